using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Subtracts the mean of the first pixels of all training cases.</summary>
public sealed class CentreTransform : IFittedTransform
{
    private readonly double _mean = double.NaN;

    public CentreTransform()
    {
    }

    private CentreTransform(double mean) => _mean = mean;

    public bool NeedsFitting => double.IsNaN(_mean);

    public IReadOnlyList<double> Observe(Sample sample) => [sample.Image.Pixels[0]];

    public IReadOnlyList<double> Conclude(IReadOnlyList<IReadOnlyList<double>> observations) => [observations.Average(own => own[0])];

    public ITransform With(FittedStatistics statistics, TrainingFold fold) => new CentreTransform(statistics.For(fold)[0]);

    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = context.Workspace.Allocate(sample.Image.Shape, sample.Image);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = (float)(sample.Image.Pixels[i] - _mean);
        return sample.With(image);
    }
}
