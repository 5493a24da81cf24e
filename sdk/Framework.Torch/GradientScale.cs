namespace Framework.Torch;

/// <summary>The state of a <see cref="GradientScaler"/>, for the checkpoint.</summary>
/// <param name="Scale">What losses are multiplied by, above 0.</param>
/// <param name="GoodSteps">Steps without overflow since the scale last changed.</param>
public sealed record GradientScale(double Scale, int GoodSteps)
{
    /// <summary>2^16, as PyTorch begins.</summary>
    public static GradientScale Initial { get; } = new(65_536, 0);
}
