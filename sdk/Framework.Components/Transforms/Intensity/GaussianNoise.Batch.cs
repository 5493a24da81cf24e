using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

internal sealed partial record GaussianNoise
{
    public static torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<GaussianNoise> drawn)
    {
        var keys = torch.tensor(drawn.Select(noise => unchecked((long)noise.Key)).ToArray(), device: rows.device);
        var numbers = NormalNumbers.Of(keys, rows.shape[1..].Aggregate(1L, (length, size) => length * size)).reshape(rows.shape);
        return rows + (numbers * RowValues.Of(drawn.Select(noise => noise.Deviation), rows)) + RowValues.Of(drawn.Select(noise => noise.Mean), rows);
    }
}
