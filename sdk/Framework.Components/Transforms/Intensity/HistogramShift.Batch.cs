using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

internal sealed partial record HistogramShift
{
    public static torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<HistogramShift> drawn)
    {
        var bends = drawn.Select(shift => shift.Bends()).ToArray();
        var low = rows.amin(RowValues.Axes(rows), keepdim: true);
        var width = rows.amax(RowValues.Axes(rows), keepdim: true) - low;
        // Of a row of one value nothing is left of the curve: 0 / 1 is 0, and its width is 0.
        var share = (rows - low) / torch.where(width == 0, torch.ones_like(width), width);
        var curve = RowValues.Of(drawn.Select(shift => shift.Points[0]), rows).expand_as(rows);
        for (var ramp = 0; ramp < bends[0].Length; ramp++)
            curve = curve + ((share - ((float)ramp / bends[0].Length)).clamp_min(0) * RowValues.Of(bends.Select(bend => (double)bend[ramp]), rows));
        return (curve * width) + low;
    }
}
