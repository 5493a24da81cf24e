using Framework.Components.Training.Segmentation;
using TorchSharp;

namespace Framework.Components.Tests.Training.Segmentation;

[Collection(nameof(OneAtATime))]
public sealed class SlidingWindowsTests
{
    [Theory]
    [InlineData(WindowBlend.Constant, 0.0)]
    [InlineData(WindowBlend.Gaussian, 0.25)]
    [InlineData(WindowBlend.Gaussian, 0.6)]
    public void Apply_OutputsThatEqualTheirInput_GiveTheImageBack(WindowBlend blend, double overlap)
    {
        using var scope = torch.NewDisposeScope();
        var image = torch.rand([2, 1, 11, 7, 9]);
        var whole = new SlidingWindows(new WindowOptions { Blend = blend, Overlap = overlap, Batch = 3 }, [4, 7, 5]).Apply(image, window => window.clone());
        Assert.Equal(image.shape, whole.shape);
        Assert.True((whole - image).abs().max().item<float>() < 1e-5);
    }

    [Fact]
    public void Apply_ImageSmallerThanTheWindow_IsPaddedAndCutAgain()
    {
        using var scope = torch.NewDisposeScope();
        var image = torch.rand(1, 2, 3, 10);
        long[] seen = [];
        var whole = new SlidingWindows(new WindowOptions(), [8, 8]).Apply(image, window =>
        {
            seen = window.shape;
            return window * 2;
        });
        Assert.Equal([2, 2, 8, 8], seen);
        Assert.True((whole - (image * 2)).abs().max().item<float>() < 1e-5);
    }

    // Six pixels, windows of four, a step of two: the middle pair lies in both windows, which say 1 and 2.
    [Fact]
    public void Apply_Overlap_IsTheWeightedMean()
    {
        using var scope = torch.NewDisposeScope();
        var number = 0;
        float[] Run(WindowBlend blend)
        {
            number = 0;
            return new SlidingWindows(new WindowOptions { Overlap = 0.5, Blend = blend, Batch = 1 }, [1, 4]).Apply(torch.zeros(1, 1, 1, 6), window => window + ++number).data<float>().ToArray();
        }

        Assert.Equal([1, 1, 1.5f, 1.5f, 2, 2], Run(WindowBlend.Constant));
        // Weights at 0.5 and 1.5 pixels from the window's middle, of a deviation of half a pixel.
        var (near, far) = (Math.Exp(-0.5), Math.Exp(-4.5));
        Assert.Equal(((near * 1) + (far * 2)) / (near + far), Run(WindowBlend.Gaussian)[2], 1e-5);
    }

    [Fact]
    public void Apply_ModelOfWholeImages_IsRefused()
    {
        using var scope = torch.NewDisposeScope();
        var error = Assert.Throws<ExperimentException>(() => new SlidingWindows(new WindowOptions(), [4, 4]).Apply(torch.zeros(1, 1, 8, 8), _ => torch.zeros(4, 2)));
        Assert.StartsWith("'windows' needs a model that segments: outputs of the images' size. This one gives (4, 2) for (4, 1, 4, 4).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SizeOfOtherAxes_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => SlidingWindows.Of(new WindowOptions { Size = [4] }, [1, 8, 8]));
        Assert.Equal("'windows.size' needs a number above 0 for each of the image's 2 axes; it is [4].", error.Message);
    }

    [Fact]
    public void Apply_ManyWindows_LeavesOneTensor()
    {
        using var image = torch.rand(1, 1, 16, 16);
        var windows = new SlidingWindows(new WindowOptions { Overlap = 0.5 }, [4, 4]);
        var before = LiveTensors.Settled();
        using (var whole = windows.Apply(image, window => window * 2))
            Assert.Equal(before + 1, torch.Tensor.TotalCount);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }
}
