using Framework.Components.Transforms;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms;

public sealed class NormaliseTransformTests : TransformContract
{
    protected override int Channels => 3;

    protected override ITransform Create() => new NormaliseTransform(new NormaliseOptions { By = ChannelStatistics.Parse("imagenet") });

    [Fact]
    public void Apply_Imagenet_SubtractsMeanAndDividesByDeviation()
    {
        var result = Apply.To(Create(), [0.485f, 0.714f, 0.456f, 0.232f, 0.406f, 0.631f], [3, 1, 2]);
        float[] expected = [0, 1, 0, -1, 0, 1];
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], result.Pixels[i], 1e-6f);
    }

    [Fact]
    public void Apply_OneFigure_ServesAllChannels() =>
        Assert.Equal([-1, 0, 1], Apply.To(By([10], [5]), [5, 10, 15], [3, 1, 1]).Pixels.ToArray());

    [Fact]
    public void Apply_OtherNumberOfChannels_SaysSo()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(Create(), [1, 2], [2, 1, 1]));
        Assert.Equal("normalise has figures for 3 channels; the image has 2. Give one for each channel.", error.Message);
    }

    [Fact]
    public void Constructor_DeviationOfZero_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => By([0], [0]));
        Assert.Equal("'normalise' needs each 'deviation' to be above 0; one is 0.", error.Message);
    }

    private static NormaliseTransform By(double[] mean, double[] deviation) =>
        new(new NormaliseOptions { By = new ChannelStatistics { Mean = mean, Deviation = deviation } });
}
