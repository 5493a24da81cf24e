namespace Framework.Components.Explaining;

/// <summary>Options of <c>grad-cam</c>.</summary>
/// <example>{ use: grad-cam, layer: layer4 }</example>
public sealed record GradCamOptions
{
    /// <summary>The layer whose output is weighed, by its name in weights files: the last one with places is the usual choice, <c>layer4</c> of a ResNet, <c>features.norm5</c> of a DenseNet.</summary>
    public required string Layer { get; init; }

    /// <summary>What the gradients are of: logit or probability. Default: logit.</summary>
    public ExplainedScore Score { get; init; } = ExplainedScore.Logit;

    /// <summary>Whether places that speak against the label are shown too, below 0; the paper leaves them out. Default: false.</summary>
    public bool Negative { get; init; }
}
