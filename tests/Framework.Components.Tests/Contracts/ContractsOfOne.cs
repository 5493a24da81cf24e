using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts;

// Contracts over a component at hand, for tests that go through many of them. They are no test classes: xunit would run them by themselves.
internal sealed class TransformsContract(ITransform component) : TransformContract
{
    protected override ITransform Create() => component;
}

internal sealed class SourcesContract(IDataSource component) : DataSourceContract
{
    protected override IDataSource Create() => component;
}

internal sealed class ModelsContract(IModelFactory component) : ModelContract
{
    protected override IModelFactory Create() => component;
}

internal sealed class TrainersContract(ITrainer component) : TrainerContract
{
    protected override ITrainer Create() => component;
}

internal sealed class MetricsContract(IMetric component) : MetricContract
{
    protected override IMetric Create() => component;
}

internal sealed class SchedulesContract(ISchedule component) : ScheduleContract
{
    protected override ISchedule Create() => component;
}
