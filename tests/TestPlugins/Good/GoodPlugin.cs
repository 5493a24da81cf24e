using System.Reflection;
using Framework.Sdk;

[assembly: AssemblyVersion("1.2.3.0")]

namespace Good;

public sealed class GoodPlugin : IPlugin
{
    public void Register(IComponentRegistry components) => components
        .Add<ITransform, KeepTransform, KeepOptions>("good.keep")
        .Add<IMetric, CountMetric>("good.count");
}

public sealed record KeepOptions
{
    public int Times { get; init; } = 1;
}

public sealed class KeepTransform : ITransform
{
    private readonly KeepOptions _options;

    public KeepTransform(KeepOptions options) => _options = options;

    public Sample Apply(Sample sample, TransformContext context) => _options.Times > 0 ? sample : throw new DataFormatException("never");
}

public sealed class CountMetric : IMetric
{
    public System.Collections.Generic.IReadOnlyList<MetricValue> Compute(Predictions predictions) => [];
}
