namespace Framework.Components.Transforms.Intensity;

internal sealed partial record IntensityShift(double Offset, ShiftUnit Unit) : IIntensityChange
{
    public Image Apply(Image image, SampleWorkspace workspace)
    {
        var offset = (float)(Offset * Measure(image, workspace));
        return Voxels.Map(image, workspace, (from, to, _) => LinearMap.Apply(from, to, 1, offset));
    }

    private double Measure(Image image, SampleWorkspace workspace)
    {
        if (Unit == ShiftUnit.Deviations)
            return Moments.Of(ValueRun.All(image), workspace).Deviation;
        if (Unit == ShiftUnit.Values)
            return 1;
        var range = ValueRange.Of(image, workspace);
        return (double)range.High - range.Low;
    }
}
