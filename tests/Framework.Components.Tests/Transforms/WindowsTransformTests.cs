using Framework.Components.Transforms;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms;

public sealed class WindowsTransformTests : TransformContract
{
    protected override ITransform Create() => With("brain", "subdural", "soft-tissue");

    protected override PixelEncoding Encoding => PixelEncoding.Identity with { Modality = "CT" };

    [Theory]
    [InlineData(-1000, 0)] // air, below the window
    [InlineData(0, 0)]     // water, its lower edge
    [InlineData(40, 0.5)]  // grey matter, its centre
    [InlineData(80, 1)]    // fresh blood, its upper edge
    [InlineData(3000, 1)]  // metal, above
    public void Apply_BrainWindow_MapsHounsfieldToUnitRange(float hounsfield, float expected) =>
        Assert.Equal(expected, Apply.To(With("brain"), [hounsfield], [1, 1, 1]).Pixels[0], 1e-6f);

    // subdural is 80/200: -20 to 180; soft tissue 40/380: -150 to 230.
    [Theory]
    [InlineData("subdural", -20, 0)]
    [InlineData("subdural", 30, 0.25)]
    [InlineData("subdural", 180, 1)]
    [InlineData("soft-tissue", -150, 0)]
    [InlineData("soft-tissue", 135, 0.75)]
    [InlineData("soft-tissue", 230, 1)]
    public void Apply_OtherPresets_MapTheirEdges(string window, float hounsfield, float expected) =>
        Assert.Equal(expected, Apply.To(With(window), [hounsfield], [1, 1, 1]).Pixels[0], 1e-6f);

    [Fact]
    public void Apply_SeveralWindows_GivesAChannelEachInOrder()
    {
        var pixels = Enumerable.Range(0, 20_000).Select(i => (float)(i % 300) - 100).ToArray();
        var result = Apply.To(With("soft-tissue", "brain"), pixels, [1, 100, 200]);
        Assert.Equal([2, 100, 200], result.Shape.ToArray());
        for (var i = 0; i < pixels.Length; i++)
        {
            Assert.Equal(Math.Clamp((pixels[i] + 150) / 380, 0, 1), result.Channel(0)[i], 1e-6f);
            Assert.Equal(Math.Clamp(pixels[i] / 80, 0, 1), result.Channel(1)[i], 1e-6f);
        }
    }

    [Fact]
    public void Apply_TwoChannels_SaysWhatItNeeds()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(With("brain"), [1, 2], [2, 1, 1]));
        Assert.Equal("windows needs one channel of Hounsfield units; the image has 2. Put windows before what makes several channels.", error.Message);
    }

    [Fact]
    public void Parse_UnknownName_ListsThePresets()
    {
        var error = Assert.Throws<FormatException>(() => Window.Parse("brian"));
        Assert.Equal("no window is called 'brian'. There are brain, subdural, soft-tissue; or give center and width.", error.Message);
    }

    private static WindowsTransform With(params string[] windows) => new(new WindowsOptions { Windows = [.. windows.Select(name => Window.Parse(name))] });
}
