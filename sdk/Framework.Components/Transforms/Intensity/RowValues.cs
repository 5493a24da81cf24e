using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

/// <summary>One number for each row of a batch.</summary>
internal static class RowValues
{
    /// <summary>(case, 1, 1, ...) in float32 where the rows lie, so that it spreads over each row.</summary>
    public static torch.Tensor Of(IEnumerable<double> numbers, torch.Tensor rows) =>
        torch.tensor(numbers.Select(number => (float)number).ToArray(), device: rows.device).reshape([-1, .. Enumerable.Repeat(1L, (int)rows.Dimensions - 1)]);

    /// <summary>All axes but that of the cases.</summary>
    public static long[] Axes(torch.Tensor rows) => [.. Enumerable.Range(1, (int)rows.Dimensions - 1).Select(axis => (long)axis)];
}
