using static TorchSharp.torch;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>An allowed name of Python's.</summary>
/// <param name="Meaning">What it makes of its arguments.</param>
internal sealed record PickledGlobal(PickledMeaning Meaning)
{
    /// <summary>The element type of a storage.</summary>
    public ScalarType Type { get; init; }
}
