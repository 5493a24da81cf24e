using System.Text.Json;
using Framework.Components.Tests.Transforms.Spatial;
using Framework.Components.Transforms.Intensity;
using Framework.Sdk.Testing;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Transforms.Intensity;

public sealed class HistogramShiftTransformTests : TransformContract
{
    protected override ITransform Create() => new HistogramShiftTransform(new HistogramShiftOptions());

    [SharedDataFact]
    public void Apply_MonaisControlPoints_GivesMonaisVoxels()
    {
        using var figures = JsonDocument.Parse(File.ReadAllBytes(SharedData.File("oracle", "monai_transforms.json")));
        var points = figures.RootElement.GetProperty("histogram_shift").GetProperty("floating_control_points").EnumerateArray().Select(point => point.GetDouble()).ToArray();
        using var workspace = new SampleWorkspace();
        new MonaiVolume().AssertAgrees("histogram_shift", new HistogramShift(points).Apply(MonaiVolume.Image(), workspace));
    }

    // From 10 to 50: a quarter of the way stays a quarter of 0.8 of the range, and so on.
    [Fact]
    public void Apply_OneBend_IsTwoStraightLines()
    {
        using var workspace = new SampleWorkspace();
        var image = Apply.Sample([10, 20, 30, 40, 50], [1, 1, 5]).Image;
        Values.AssertClose([10, 26, 42, 46, 50], new HistogramShift([0, 0.8, 1]).Apply(image, workspace).Pixels, 1e-4);
    }

    [Fact]
    public void Apply_AnyCurve_IsLinearInterpolation()
    {
        using var workspace = new SampleWorkspace();
        var image = Values.Random([2, 33, 29]);
        double[] points = [0.1, 0.05, 0.6, 0.3, 0.9];
        var (low, high) = ((double)image.Pixels.ToArray().Min(), (double)image.Pixels.ToArray().Max());
        var expected = Array.ConvertAll(image.Pixels.ToArray(), value =>
        {
            var place = (value - low) / (high - low) * 4;
            var at = Math.Min((int)place, 3);
            return low + ((high - low) * (points[at] + ((place - at) * (points[at + 1] - points[at]))));
        });
        Values.AssertClose(expected, new HistogramShift(points).Apply(image, workspace).Pixels, 1e-3);
    }

    [Fact]
    public void Draw_ManySeeds_OrdersThePointsBetweenTheirNeighbours()
    {
        var grid = VoxelGrid.Of(Values.Random([1, 2, 2]));
        var transform = new HistogramShiftTransform(new HistogramShiftOptions { ControlPoints = 5 });
        for (var seed = 0UL; seed < 500; seed++)
        {
            var points = Assert.IsType<HistogramShift>(((IIntensityTransform)transform).Draw(grid, new RandomStream(seed))).Points;
            Assert.Equal((0, 1), (points[0], points[^1]));
            for (var i = 1; i < 4; i++)
                Assert.InRange(points[i], points[i - 1], (i + 1) / 4.0);
        }
    }

    [Fact]
    public void Apply_AnySeed_KeepsEndsAndOrder()
    {
        var image = Values.Random([1, 20, 30]);
        var result = Apply.To(Create(), Values.SampleOf(image), seed: 9).Image;
        var order = Enumerable.Range(0, image.Length).OrderBy(i => image.Pixels[i]).ToArray();
        Assert.Equal(image.Pixels[order[0]], result.Pixels[order[0]], 1e-3);
        Assert.Equal(image.Pixels[order[^1]], result.Pixels[order[^1]], 1e-3);
        for (var i = 1; i < order.Length; i++)
            Assert.True(result.Pixels[order[i]] >= result.Pixels[order[i - 1]] - 1e-3);
    }

    [Fact]
    public void Apply_OneValueOnly_StaysAsItIs() => Assert.Equal([3, 3, 3], Apply.To(Create(), [3, 3, 3], [1, 1, 3]).Pixels.ToArray());
}
