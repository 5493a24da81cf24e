using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>
/// How far frozen networks are with new cases. Each case is read once for each network and each way in which it is looked at, so that what is read says how much is done, whatever
/// predicts; and whoever waits for this process sees that it does not hang.
/// </summary>
internal sealed class ReadingProgress
{
    private readonly IProgress<Advance> _progress;
    private readonly long _total;
    private long _read;

    /// <summary>Reports from now on.</summary>
    /// <param name="model">The networks.</param>
    /// <param name="stage">What is to be predicted in the end.</param>
    /// <param name="data">The cases.</param>
    /// <param name="progress">Is told of each case.</param>
    public ReadingProgress(FrozenModel model, StageSection stage, FrozenData data, IProgress<Advance> progress)
    {
        _progress = progress;
        _total = NeededBy(stage, model.Experiment.Stages).Where(own => own.Input == StageInput.Case).Sum(own => (long)model.UnitsOf(own).Count * ViewsOf(own) * data.Of(own).Cases.Count);
        Data = data.Through(source => new Counted(source, this));
    }

    /// <summary>The same cases, whose reading is counted.</summary>
    public FrozenData Data { get; }

    private void Count()
    {
        var read = Interlocked.Increment(ref _read);
        _progress.Report(new Advance(read, _total, FormattableString.Invariant($"{read:N0} of {_total:N0} cases read")));
    }

    // Unlike a fit, predicting does not need the stage whose weights a stage went on from.
    private static HashSet<StageSection> NeededBy(StageSection stage, IReadOnlyList<StageSection> stages) =>
        [stage, .. stage.Reads.SelectMany(read => NeededBy(stages.Single(other => other.Name == read), stages))];

    private static int ViewsOf(StageSection stage) => stage.TestTime is { } section ? section.Times + (section.Plain ? 1 : 0) : 1;

    private sealed class Counted(IDataSource source, ReadingProgress progress) : IDataSource
    {
        public DataIndex Index(IndexContext context) => source.Index(context);

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var sample = source.Load(item, workspace);
            progress.Count();
            return sample;
        }
    }
}
