using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

internal sealed partial record IntensityShift
{
    public static torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<IntensityShift> drawn)
    {
        var offsets = RowValues.Of(drawn.Select(shift => shift.Offset), rows);
        return rows + (drawn[0].Unit switch
        {
            ShiftUnit.Range => offsets * (rows.amax(RowValues.Axes(rows), keepdim: true) - rows.amin(RowValues.Axes(rows), keepdim: true)),
            ShiftUnit.Deviations => offsets * rows.std(RowValues.Axes(rows), unbiased: false, keepdim: true),
            _ => offsets,
        });
    }
}
