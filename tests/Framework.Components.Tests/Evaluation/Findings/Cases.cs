namespace Framework.Components.Tests.Evaluation.Findings;

/// <summary>Findings written out by hand, on slices of 10 x 10 pixels of half a millimetre, 2 mm apart.</summary>
internal static class Cases
{
    public const int Side = 10;

    public static VoxelGrid Slice(int z = 0) => new(2, (Side, Side, 1), new Geometry([0.5, 0, 0, -3, 0, 0.5, 0, 7, 0, 0, 2, 2 * z, 0, 0, 0, 1]));

    /// <summary>An object whose mask fills its box.</summary>
    public static CaseObject Box(double x, double y, double right, double bottom, double score = 1, string name = "bleed")
    {
        var values = new float[Side * Side];
        for (var i = 0; i < values.Length; i++)
            values[i] = i % Side >= x && i % Side < right && i / Side >= y && i / Side < bottom ? 1 : 0;
        return new CaseObject(name, score, new VoxelBox(new VoxelPoint(x, y, 0), new VoxelPoint(right, bottom, 1))) { Mask = RunLengthMask.Of(values) };
    }

    public static CaseFindings Of(CaseObject[] truths, CaseObject[] found, int z = 0) => new() { Grid = Slice(z), Classes = ["bleed"], Truths = truths, Found = found };

    public static CaseFindings Counts(long predicted, long truth, long both) =>
        new() { Grid = Slice(), Classes = ["bleed"], Overlaps = [new ClassOverlap("bleed", predicted, truth, both)] };

    public static Predictions Table(params CaseFindings[] cases) => new([], [.. cases.Select((_, i) => new PredictedCase($"case{i}", $"subject{i / 2}", "", 0))], [], []) { Findings = cases };

    public static double Figure(this IMetric metric, Predictions table, string name, string? label = null, string at = "case") =>
        metric.Compute(table).Single(value => value.Name == name && value.Label == label && value.At == at).Value;
}
