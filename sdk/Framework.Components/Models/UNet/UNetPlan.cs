namespace Framework.Components.Models;

/// <summary>The shape of a UNet.</summary>
/// <param name="Space">Of the images.</param>
/// <param name="InputChannels">Of the images.</param>
/// <param name="Classes">Output channels.</param>
internal sealed record UNetPlan(Space Space, int InputChannels, int Classes)
{
    /// <summary>Channels of the five levels, then those before the last convolution.</summary>
    public IReadOnlyList<int> Features { get; init; } = [32, 32, 64, 128, 256, 32];

    /// <summary>The number of outputs for whole images, by name.</summary>
    public IReadOnlyDictionary<string, int> Heads { get; init; } = new Dictionary<string, int>();

    /// <summary>The share of values dropped after each normalisation.</summary>
    public double Dropout { get; init; }
}
