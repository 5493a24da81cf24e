namespace TorchSharp;

/// <summary>How tensors are written where the caller does not say.</summary>
internal sealed record PrintOptions
{
    public TensorStringStyle Style { get; init; } = TensorStringStyle.Julia;

    public string FloatFormat { get; init; } = "g5";

    public int Width { get; init; } = 100;

    public string NewLine { get; init; } = Environment.NewLine;

    /// <summary>Longer dimensions are cut in the middle.</summary>
    public int MaxRows { get; init; } = 6;

    public int MaxColumns { get; init; } = 6;
}
