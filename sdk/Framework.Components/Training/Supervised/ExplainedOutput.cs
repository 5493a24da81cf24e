using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>A number for each label of a case, of the outputs that a map is asked for.</summary>
internal static class ExplainedOutput
{
    /// <summary>(case, label).</summary>
    /// <exception cref="ExperimentException">The outputs are not a number for each label of a case.</exception>
    public static torch.Tensor Of(ModelOutput output, ILoss loss, ExplainedScore score, int labels)
    {
        if (score == ExplainedScore.Logit && !output.Heads.ContainsKey(ModelOutput.LogitsName))
            throw new ExperimentException($"this network has no single output before its probabilities; it has {string.Join(", ", output.Heads.Keys.Select(name => $"'{name}'"))}. Say 'score: probability'.");
        var given = score == ExplainedScore.Logit ? output.Logits : loss.Probabilities(output);
        if (given.dim() != 2 || given.shape[1] != labels)
            throw new ExperimentException($"a map needs a number for each label of a case, (case, {labels}); this network gives ({string.Join(", ", given.shape)}). Explain a model of whole cases, such as resnet.");
        return given;
    }
}
