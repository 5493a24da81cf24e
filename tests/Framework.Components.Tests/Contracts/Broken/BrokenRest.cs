using System.ComponentModel.DataAnnotations;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts.Broken;

/// <summary>Counts errors, and calls many of them good.</summary>
internal sealed class UpsideDownMetric : IMetric
{
    public IReadOnlyList<MetricValue> Compute(Predictions predictions)
    {
        var (targets, outputs) = predictions.Column(0);
        return
        [
            new MetricValue
            {
                Name = "errors",
                Label = predictions.Labels[0],
                Value = targets.Zip(outputs, (target, output) => Math.Abs(target - output)).Sum(),
                Count = targets.Length,
                Subjects = predictions.SubjectCount,
                HigherIsBetter = true,
            },
        ];
    }
}

/// <summary>Lists its cases in the order of hash codes, which differs from process to process and here from call to call.</summary>
internal sealed class UnorderedSource : IDataSource
{
    private readonly BlobSource _blobs = new() { Count = 6 };
    private int _calls;

    public DataIndex Index(IndexContext context) => _blobs.Index(context) with { Cases = [.. _blobs.Cases.OrderBy(item => HashCode.Combine(item.Id, _calls)).Skip(0)], Fingerprint = $"{_calls++}" };

    public Sample Load(Case item, SampleWorkspace workspace) => _blobs.Load(item, workspace);
}

/// <summary>A schedule that remembers.</summary>
internal sealed class RememberingSchedule : ISchedule
{
    private double _factor = 1;

    public double Factor(ScheduleMoment moment) => _factor *= 0.99;
}

/// <summary>Its default is outside its own range, and a key can be changed later.</summary>
internal sealed record LaxOptions
{
    [Range(1, 10)]
    public int Times { get; init; }

    public Action? Then { get; set; }
}

internal sealed class LaxTransform(LaxOptions options) : ITransform
{
    public Sample Apply(Sample sample, TransformContext context) => options.Times < 0 ? throw new DataFormatException("never. Never.") : sample;
}

/// <summary>Registers a component whose options cannot be right.</summary>
internal sealed class LaxPlugin : IPlugin
{
    public void Register(IComponentRegistry components) => components.Add<ITransform, LaxTransform, LaxOptions>("lax");
}
