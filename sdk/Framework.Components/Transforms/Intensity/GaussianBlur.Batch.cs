using Framework.Components.Transforms.Spatial;
using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

internal sealed partial record GaussianBlur
{
    public static torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<GaussianBlur> drawn)
    {
        var edge = drawn[0].Padding;
        rows = Along(rows, rows.Dimensions - 1, [.. drawn.Select(blur => GaussianKernel.Of(blur.Sigma.X))], edge);
        rows = Along(rows, rows.Dimensions - 2, [.. drawn.Select(blur => GaussianKernel.Of(blur.Sigma.Y))], edge);
        return rows.Dimensions == 4 ? rows : Along(rows, 2, [.. drawn.Select(blur => GaussianKernel.Of(blur.Sigma.Z))], edge);
    }

    // The widest kernel says how many neighbours there are; they weigh nothing for rows of narrower ones.
    private static torch.Tensor Along(torch.Tensor rows, long axis, float[][] kernels, Edge edge)
    {
        var (tail, size) = (kernels.Max(kernel => kernel.Length) / 2, (int)rows.shape[axis]);
        if (tail == 0)
            return rows;
        var padded = Padded(rows, axis, tail, edge);
        var sum = torch.zeros_like(rows);
        for (var tap = -tail; tap <= tail; tap++)
        {
            var weights = RowValues.Of(kernels.Select(kernel => Math.Abs(tap) <= kernel.Length / 2 ? (double)kernel[tap + (kernel.Length / 2)] : 0), rows);
            sum = sum + (padded.narrow(axis, tap + tail, size) * weights);
        }

        return sum;
    }

    private static torch.Tensor Padded(torch.Tensor rows, long axis, int tail, Edge edge)
    {
        var places = Enumerable.Range(-tail, (int)rows.shape[axis] + (2 * tail)).Select(place => EdgeVoxel.At(place, (int)rows.shape[axis], edge)).ToArray();
        var padded = rows.index_select(axis, torch.tensor(places.Select(place => (long)Math.Max(place, 0)).ToArray(), device: rows.device));
        if (edge != Edge.Zeros)
            return padded;
        var shape = Enumerable.Repeat(1L, (int)rows.Dimensions).ToArray();
        shape[axis] = places.Length;
        return padded * torch.tensor(places.Select(place => place < 0 ? 0f : 1f).ToArray(), device: rows.device).reshape(shape);
    }
}
