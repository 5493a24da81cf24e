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

internal sealed class FitsContract(Func<IFittedTransform> create) : FittedTransformContract
{
    protected override IFittedTransform CreateUnfitted() => create();
}

internal sealed class EncodersContract(IEncoderFactory component, IReadOnlyList<int>? shape = null) : EncoderContract
{
    protected override IReadOnlyList<int> InputShape => shape ?? base.InputShape;

    protected override IEncoderFactory Create() => component;
}

internal sealed class ToolsContract(ITableTool component) : TableToolContract
{
    protected override IndexTable Table => new("numbers.csv", ["name", "number"], [["a", "1.5"], ["b", "2.5"]]);

    protected override ITableTool Create() => component;
}

internal sealed class WritersContract(IPredictionWriter component) : PredictionWriterContract
{
    protected override IPredictionWriter Create() => component;
}

internal sealed class EnsemblesContract(IEnsemble component) : EnsembleContract
{
    protected override IEnsemble Create() => component;
}
