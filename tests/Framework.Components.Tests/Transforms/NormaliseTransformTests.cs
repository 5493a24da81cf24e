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

    [Fact]
    public void Conclude_TrainingImages_GivesMeanAndDeviationOfAllTheirPixels()
    {
        float[][] images = [[1, 2, 3, 1e6f], [5, 5], [-4, 1e6f + 1, 7, 8, 1e6f + 2, 0]]; // two channels each, of different sizes
        var transform = Training();
        var statistics = Fitted(transform.Conclude([.. images.Select(pixels => transform.Observe(Sample(pixels)))]));

        var result = Apply.To(transform.With(statistics, Fold), [1, 5], [2, 1, 1]);

        double[] first = [1, 2, 5, -4, 1e6 + 1, 7], second = [3, 1e6, 5, 8, 1e6 + 2, 0];
        Assert.Equal((1 - first.Average()) / Deviation(first), result.Pixels[0], 1e-6);
        Assert.Equal((5 - second.Average()) / Deviation(second), result.Pixels[1], 1e-6);
    }

    [Fact]
    public void Conclude_FlatChannelOrOtherChannels_SaysSo()
    {
        var transform = Training();
        var flat = Assert.Throws<DataFormatException>(() => transform.Conclude([transform.Observe(Sample([1, 2, 3, 3]))]));
        Assert.Equal("'normalise' by training: channel 1 has the same value or no finite one in all training images, and so no deviation. Check the transforms before.", flat.Message);
        var other = Assert.Throws<DataFormatException>(() => transform.Conclude([transform.Observe(Sample([1, 2, 3, 4])), [2, 1, 1]]));
        Assert.Equal("'normalise' by training: the training images have different numbers of channels. Make them equal before.", other.Message);
    }

    [Fact]
    public void Apply_ByTrainingUnfitted_IsRefused()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(Training(), [1, 2], [2, 1, 1]));
        Assert.Equal(
            "'normalise' by training has no figures here: only transforms of the stage's own list are fitted. Take it out of the transform that holds it.",
            error.Message);
    }

    private static readonly TrainingFold Fold = TrainingFold.Of(["s1"]);

    private static FittedStatistics Fitted(IReadOnlyList<double> figures) => new("normalise", Fold.Hash, figures);

    private static NormaliseTransform Training() => new(new NormaliseOptions { By = ChannelStatistics.Parse("training") });

    private static Sample Sample(float[] pixels)
    {
        var image = new SampleWorkspace().Allocate([2, 1, pixels.Length / 2]);
        pixels.CopyTo(image.Pixels);
        return new Sample(new Case { Id = "c", Subject = "s1", Labels = [] }, image);
    }

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(value => (value - values.Average()) * (value - values.Average())));

    private static NormaliseTransform By(double[] mean, double[] deviation) =>
        new(new NormaliseOptions { By = new ChannelStatistics { Mean = mean, Deviation = deviation } });
}
