namespace Framework.Components.Tests.Contracts.Broken;

/// <summary>Subtracts a mean that it counts up for itself while it observes, whatever it is handed.</summary>
internal sealed class CountingFit : IFittedTransform
{
    private readonly Lock _gate = new();
    private double _sum;
    private int _count;

    public bool NeedsFitting => true;

    public IReadOnlyList<double> Observe(Sample sample)
    {
        lock (_gate)
            (_sum, _count) = (_sum + sample.Image.Pixels[0], _count + 1);
        return [sample.Image.Pixels[0]];
    }

    public IReadOnlyList<double> Conclude(IReadOnlyList<IReadOnlyList<double>> observations) => [_sum / Math.Max(1, _count)];

    public ITransform With(FittedStatistics statistics, TrainingFold fold) => new Subtraction(statistics.For(fold)[0]);

    public Sample Apply(Sample sample, TransformContext context) => throw new DataFormatException("it has no figures. Take it out of what holds it.");
}

/// <summary>Never asks whose figures it is given, and works without any.</summary>
internal sealed class TrustingFit : IFittedTransform
{
    private double _mean;

    public bool NeedsFitting => true;

    public IReadOnlyList<double> Observe(Sample sample) => [sample.Image.Pixels[0]];

    public IReadOnlyList<double> Conclude(IReadOnlyList<IReadOnlyList<double>> observations) => [_mean = observations.Average(own => own[0])];

    public ITransform With(FittedStatistics statistics, TrainingFold fold) => new Subtraction(_mean);

    public Sample Apply(Sample sample, TransformContext context) => sample;
}

/// <summary>Subtracts a number.</summary>
internal sealed class Subtraction(double number) : ITransform
{
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = context.Workspace.Allocate(sample.Image.Shape, sample.Image);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = (float)(sample.Image.Pixels[i] - number);
        return sample.With(image);
    }
}
