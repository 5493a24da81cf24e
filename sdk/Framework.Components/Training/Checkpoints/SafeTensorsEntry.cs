using TorchSharp;

namespace Framework.Components.Training.Checkpoints;

/// <summary>Where a tensor lies in a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Shape">Its shape; empty for a single number.</param>
/// <param name="Start">Its first byte, counted from the end of the header.</param>
/// <param name="End">The byte after its last, counted likewise.</param>
internal sealed record SafeTensorsEntry(string Name, torch.ScalarType Type, long[] Shape, long Start, long End);
