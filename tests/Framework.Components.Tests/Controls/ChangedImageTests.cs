using Framework.Components.Controls;

namespace Framework.Components.Tests.Controls;

public sealed class ChangedImageTests
{
    private static readonly Case One = new() { Id = "one", Subject = "s", Labels = [1, 0] };
    private static readonly Case Two = new() { Id = "two", Subject = "t", Labels = [1, 0] };

    [Fact]
    public void BackgroundOnly_DiscWithHolesAndAMarkerBeside_LeavesTheMarkerAlone()
    {
        // A bright disc of radius 6 with a dark hole, on noise-free air of -1000, and a bright marker of 2 x 2 in the corner.
        var source = new Drawn((x, y) => Distance(x, y) < 2 ? -900 : Distance(x, y) <= 6 ? 100 : x >= 18 && y >= 18 ? 80 : -1000);
        var image = Load(new BackgroundOnlyControl(new()), source);
        for (var i = 0; i < image.Length; i++)
            Assert.Equal(i % 20 >= 18 && i / 20 >= 18 ? 80 : -1000, image[i]);
    }

    [Fact]
    public void BackgroundOnly_ThresholdGiven_IsUsedInsteadOfOtsus()
    {
        var source = new Drawn((x, y) => x < 10 ? 5 : y < 10 ? 1 : 0);
        Assert.All(Load(new BackgroundOnlyControl(new() { Threshold = 0.5 }), source), value => Assert.Equal(0, value));
        Assert.Contains(1f, Load(new BackgroundOnlyControl(new() { Threshold = 2 }), source));
    }

    [Fact]
    public void BackgroundOnly_MaskNamed_BlanksWhatTheMaskCovers()
    {
        var source = new Drawn((x, y) => x + (20 * y)) { Mask = (x, _) => x < 5 ? 1 : 0 };
        var image = Load(new BackgroundOnlyControl(new() { Mask = "mask" }), source);
        Assert.Equal([.. Enumerable.Range(5, 15).Select(x => (float)x)], image[5..20]);
        Assert.Single(image.Where((_, i) => i % 20 < 5).Distinct());
    }

    [Fact]
    public void ShuffledPixels_Image_KeepsValuesAndForgetsPlaces()
    {
        var source = new Drawn((x, y) => x + (20 * y));
        var recipe = new ShuffledPixelsControl().Apply(Recipes.Of([One], source: source), new RandomStream(1));
        var pipeline = new SamplePipeline(source, recipe.Appended, new RandomStream(2));
        float[] Of(Case item, int epoch) => pipeline.Load(item, Phase.Train, epoch, new SampleWorkspace()).Image.Pixels.ToArray();
        Assert.Equal(Enumerable.Range(0, 400).Select(i => (float)i), Of(One, 0).Order());
        Assert.True(Of(One, 0).Where((value, i) => value == i).Count() < 10);
        Assert.Equal(Of(One, 0), Of(One, 7));
        Assert.NotEqual(Of(One, 0), Of(Two, 0));
    }

    private static double Distance(int x, int y) => Math.Sqrt(((x - 9) * (x - 9)) + ((y - 9) * (y - 9)));

    private static float[] Load(IControl control, IDataSource source)
    {
        using var workspace = new SampleWorkspace();
        return control.Apply(Recipes.Of([One], source: source), new RandomStream(1)).Source.Load(One, workspace).Image.Pixels.ToArray();
    }

    /// <summary>Images of 20 x 20 pixels.</summary>
    private sealed class Drawn(Func<int, int, float> pixel) : IDataSource
    {
        public Func<int, int, float>? Mask { get; init; }

        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var sample = new Sample(item, Draw(pixel, workspace));
            return Mask is null ? sample : sample.With(Draw(Mask, workspace), "mask");
        }

        private static Image Draw(Func<int, int, float> pixel, SampleWorkspace workspace)
        {
            var image = workspace.Allocate([1, 20, 20]);
            for (var i = 0; i < 400; i++)
                image.Pixels[i] = pixel(i % 20, i / 20);
            return image;
        }
    }
}
