using static TorchSharp.torch;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>A run of elements that tensors are views of.</summary>
/// <param name="Type">Type of the elements.</param>
/// <param name="Elements">How many there are.</param>
/// <param name="Start">The byte of the file where it begins.</param>
/// <param name="BigEndian">Whether the most significant byte of an element comes first.</param>
internal sealed record PickledStorage(ScalarType Type, long Elements, long Start, bool BigEndian = false)
{
    public long Bytes => Elements * StoredTensor.SizeOf(Type);
}
