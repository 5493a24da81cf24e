using TorchSharp;

namespace Framework.Sdk;

/// <summary>Samples stacked for one step.</summary>
/// <param name="cases">One for each row.</param>
/// <param name="image">(case, channel, y, x) or (case, channel, z, y, x), float32.</param>
/// <param name="labels">(case, label), float32; NaN where a label is missing.</param>
public sealed class Batch(IReadOnlyList<Case> cases, torch.Tensor image, torch.Tensor labels) : IDisposable
{
    /// <summary>One for each row.</summary>
    public IReadOnlyList<Case> Cases { get; } = cases;

    /// <summary>(case, channel, y, x) or (case, channel, z, y, x), float32.</summary>
    public torch.Tensor Image { get; } = image;

    /// <summary>(case, label), float32; NaN where a label is missing.</summary>
    public torch.Tensor Labels { get; } = labels;

    /// <inheritdoc />
    public void Dispose()
    {
        Image.Dispose();
        Labels.Dispose();
    }
}
