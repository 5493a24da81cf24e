using Framework.Components.Transforms.Spatial;
using System.Text.Json;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Transforms.Spatial;

/// <summary>The volume and the figures of <c>monai_transforms.json</c>. MONAI's arrays are (x, y, z); ours are (z, y, x).</summary>
internal sealed class MonaiVolume
{
    private const int Every = 997;

    private readonly JsonElement _figures = JsonDocument.Parse(File.ReadAllBytes(SharedData.File("oracle", "monai_transforms.json"))).RootElement;

    /// <summary>sqrt(3) (2u - 1) * 100 + 200 on 20 x 24 x 28 voxels (x, y, z).</summary>
    public static Image Image(Geometry? geometry = null)
    {
        var image = new SampleWorkspace().Allocate([1, 28, 24, 20], geometry: geometry);
        var numbers = OracleNumbers.Uniform(1_000_050, image.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            var (x, y, z) = (i / 28 / 24, i / 28 % 24, i % 28);
            image.Pixels[(((z * 24) + y) * 20) + x] = ((float)(Math.Sqrt(3) * ((2 * numbers[i]) - 1)) * 100) + 200;
        }

        return image;
    }

    public IReadOnlyList<Interval> Intervals(string figure, string key) =>
        [.. _figures.GetProperty(figure).GetProperty(key).EnumerateArray().Select(value => new Interval(value.GetDouble(), value.GetDouble()))];

    /// <summary>Every 997th voxel in MONAI's order, within 1e-3 of its value; and the sum of all where it is given.</summary>
    public void AssertAgrees(string figure, Image image)
    {
        var expected = _figures.GetProperty(figure).GetProperty("voxels_every_997").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.Equal(expected.Length, (image.Length + Every - 1) / Every);
        for (var i = 0; i < expected.Length; i++)
        {
            var at = i * Every;
            var (x, y, z) = (at / image.Depth / image.Height, at / image.Depth % image.Height, at % image.Depth);
            Assert.Equal(expected[i], image.Pixels[(((z * image.Height) + y) * image.Width) + x], 1e-3 * Math.Max(Math.Abs(expected[i]), 1));
        }

        AssertSum(figure, image);
    }

    public void AssertSum(string figure, Image image)
    {
        var sum = 0.0;
        foreach (var value in image.Pixels)
            sum += value;
        if (_figures.GetProperty(figure).TryGetProperty("result", out var result))
            Assert.Equal(1, sum / result.GetProperty("sum").GetDouble(), 1e-5);
    }
}
