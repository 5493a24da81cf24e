using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

internal sealed partial record BiasField
{
    public static torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<BiasField> drawn)
    {
        var (degree, dimensions) = (drawn[0].Degree, (int)rows.Dimensions - 2);
        var (width, height, depth) = ((int)rows.shape[^1], (int)rows.shape[^2], dimensions == 3 ? (int)rows.shape[^3] : 1);
        // (case, x, y, z) coefficients become (case, x, z, y) along rows and slices, in float64; then one sum over the degrees in x.
        var series = Series(drawn, degree, dimensions, rows.device);
        series = series.matmul(Table(depth, degree, rows.device)).transpose(2, 3).matmul(Table(height, degree, rows.device)).to(torch.ScalarType.Float32);
        var alongX = Table(width, degree, rows.device).to(torch.ScalarType.Float32);
        var field = series.select(1, 0).unsqueeze(-1);
        for (var n = 1; n <= degree; n++)
            field = field + (series.select(1, n).unsqueeze(-1) * alongX.select(0, n));
        field = field.expand(drawn.Count, depth, height, width).exp();
        return rows * (dimensions == 3 ? field.unsqueeze(1) : field);
    }

    private static torch.Tensor Series(IReadOnlyList<BiasField> drawn, int degree, int dimensions, torch.Device device)
    {
        var (side, terms) = (degree + 1, Terms(degree, dimensions).ToArray());
        var all = new double[drawn.Count * side * side * side];
        for (var row = 0; row < drawn.Count; row++)
        {
            for (var i = 0; i < terms.Length; i++)
                all[(((((row * side) + terms[i].X) * side) + terms[i].Y) * side) + terms[i].Z] = drawn[row].Coefficients[i];
        }

        return torch.tensor(all, device: device).reshape(drawn.Count, side, side, side);
    }

    // (degree, voxel)
    private static torch.Tensor Table(int size, int degree, torch.Device device) =>
        torch.tensor(Legendre.Over(size, degree).SelectMany(values => values).ToArray(), device: device).reshape(degree + 1, size);
}
