using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>Cross-entropy of a softmax over the classes of each question, averaged by the weights of the true classes; the mean over questions.</summary>
internal sealed class CrossEntropyLoss(ClassQuestion[] questions, double smoothing) : ILoss
{
    private readonly LabelProbabilities _probabilities = new(questions);

    public bool AddsUpOverRanks => true;

    public torch.Tensor Compute(ModelOutput output, Batch batch)
    {
        LogitsShape.Require("cross-entropy", output, batch);
        return questions.Select(question => Of(question, output, batch)).Aggregate((sum, loss) => sum + loss) / questions.Length;
    }

    public torch.Tensor Probabilities(ModelOutput output) => _probabilities.Of(output.Logits);

    public IReadOnlyDictionary<string, torch.Tensor> Parts(ModelOutput output, Batch batch) =>
        questions.Where(question => question.Name.Length > 0).ToDictionary(question => question.Name, question => Of(question, output, batch));

    public void Dispose()
    {
        foreach (var question in questions)
            question.Dispose();
    }

    private torch.Tensor Of(ClassQuestion question, ModelOutput output, Batch batch) =>
        question.Mean(output.Logits, batch, logits => torch.nn.functional.log_softmax(logits, 1).neg(), smoothing);
}
