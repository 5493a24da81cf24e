using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>Cases of one data source that a frozen model predicts.</summary>
/// <param name="Cases">Under the labels of the stages that predict them.</param>
/// <param name="Source">Loads them.</param>
internal sealed record FrozenCases(IReadOnlyList<Case> Cases, IDataSource Source);

/// <summary>The cases that a frozen model predicts, stage by stage.</summary>
/// <param name="hasTruths">Whether they have the truths that the run's own cases have.</param>
/// <param name="of">The cases of a stage.</param>
internal sealed class FrozenData(bool hasTruths, Func<StageSection, FrozenCases> of)
{
    /// <summary>Whether the cases have the truths that the run's own cases have; new ones need none.</summary>
    public bool HasTruths => hasTruths;

    /// <summary>The cases of a stage.</summary>
    public FrozenCases Of(StageSection stage) => of(stage);

    /// <summary>The same cases, loaded through something.</summary>
    public FrozenData Through(Func<IDataSource, IDataSource> around) => new(hasTruths, stage =>
    {
        var cases = of(stage);
        return cases with { Source = around(cases.Source) };
    });

    /// <summary>The run's own cases.</summary>
    public static FrozenData OfRun(PreparedData data) => new(true, stage => new FrozenCases(data.Of(stage).Split.Reachable, data.Of(stage).Source));

    /// <summary>New cases for a stage and for all that it reads.</summary>
    /// <param name="model">Whose experiment names the data.</param>
    /// <param name="stage">What is to be predicted in the end.</param>
    /// <param name="list">Lists the cases of a data source.</param>
    public static FrozenData OfNew(FrozenModel model, StageSection stage, Func<DataSection, (DataIndex Index, IDataSource Source)> list)
    {
        var needed = StageOrder.UpTo(stage.Name, model.Experiment.Stages);
        var main = new Lazy<(DataIndex Index, IDataSource Source)>(() => list(model.Experiment.Data));
        var cases = needed.ToDictionary(own => own.Name, own =>
        {
            var (index, source) = own.Data is { } data ? list(data) : main.Value;
            return new FrozenCases(ForeignCases.Of(index, model.LabelsOf(own)), source);
        });
        return new FrozenData(false, own => cases[own.Name]);
    }
}
