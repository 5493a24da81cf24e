using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class ClipTransformTests : TransformContract
{
    protected override ITransform Create() => new ClipTransform(new ClipOptions { High = 1e6, Low = -1e6 });

    [Theory]
    [InlineData(-5, 0)]   // below the range
    [InlineData(80, 80)]  // within
    [InlineData(300, 200)] // above
    public void Apply_AnyValue_StaysInTheRange(float value, float expected)
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 1, 1]);
        image.Pixels[0] = value;

        var clipped = new ClipTransform(new ClipOptions { Low = 0, High = 200 }).Apply(
            new Sample(new Case { Id = "case", Subject = "subject", Labels = [] }, image), new TransformContext(workspace, new RandomStream(1), Phase.Train));

        Assert.Equal(expected, clipped.Image.Pixels[0]);
    }

    [Fact]
    public void Constructor_EndsSwapped_SaysSo() => Assert.Equal(
        "low is 5, above high, 2. Swap them.", Assert.Throws<ArgumentException>(() => new ClipTransform(new ClipOptions { Low = 5, High = 2 })).Message);
}
