using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>What logits stand for: a softmax over the classes of each question, a sigmoid for every other label.</summary>
internal sealed class LabelProbabilities(IReadOnlyList<ClassQuestion> questions)
{
    /// <summary>Probabilities in the logits' places, (case, label).</summary>
    public torch.Tensor Of(torch.Tensor logits)
    {
        using var scope = torch.NewDisposeScope();
        if (questions.Count == 1 && questions[0].Columns.Count == logits.shape[1])
            return torch.nn.functional.softmax(logits, 1).MoveToOuterDisposeScope();
        var columns = logits.sigmoid().unbind(1);
        foreach (var question in questions)
        {
            var classes = torch.nn.functional.softmax(question.Select(logits), 1).unbind(1);
            for (var i = 0; i < classes.Length; i++)
                columns[question.Columns[i]] = classes[i];
        }

        return torch.stack(columns, 1).MoveToOuterDisposeScope();
    }
}
