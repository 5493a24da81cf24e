using Framework.Components.Transforms;
using Framework.Sdk;

namespace Framework.Components.Tests.Transforms;

public sealed class WindowsOfStoredValuesTests
{
    [Fact]
    public void Apply_StoredValues_AsksForHounsfieldFirst()
    {
        using var workspace = new SampleWorkspace();
        var stored = workspace.Allocate([1, 2, 2], encoding: new PixelEncoding { BitsStored = 12, Intercept = -1024, Modality = "CT" });
        stored.Pixels.Fill(1064); // 40 Hounsfield units
        var sample = new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, stored);
        var context = new TransformContext(workspace, new RandomStream(1), Phase.Evaluate);
        var windows = new WindowsTransform(new WindowsOptions { Windows = [Window.Brain] });

        var error = Assert.Throws<DataFormatException>(() => windows.Apply(sample, context));
        var units = windows.Apply(new HounsfieldTransform().Apply(sample, context), context);

        Assert.Equal("windows needs Hounsfield units; the image is in stored values. Put hounsfield before windows.", error.Message);
        Assert.Equal([0.5f, 0.5f, 0.5f, 0.5f], units.Image.Pixels.ToArray());
    }
}
