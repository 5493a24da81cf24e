using static TorchSharp.torch;

namespace Framework.Components.Models.Weights;

/// <summary>Where a tensor's elements lie in a file.</summary>
/// <param name="Start">The byte where the first begins.</param>
/// <param name="Type">Their type.</param>
/// <param name="BigEndian">Whether the most significant byte of an element comes first.</param>
internal sealed record TensorPlace(long Start, ScalarType Type, bool BigEndian = false);
