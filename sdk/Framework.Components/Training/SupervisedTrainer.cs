using Framework.Components.Training.Supervised;
using Framework.Torch;
using Microsoft.Extensions.Logging;

namespace Framework.Components.Training;

/// <summary>Fits a network by gradient descent on a loss over labelled cases, and keeps the epoch that validates best.</summary>
/// <remarks>
/// Every draw is a function of the unit's stream and the step, and a checkpoint holds weights, optimizer, counters, loss sums, averaged weights, the
/// gradients' scale, the validation scores and the best weights so far, always between two steps: a run that was interrupted anywhere ends with the bits of one that was not.
/// </remarks>
public sealed class SupervisedTrainer : ITrainer
{
    private static readonly TimeSpan GreatestAge = TimeSpan.FromMinutes(5);
    private readonly SupervisedOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SupervisedTrainer>? _log;

    /// <summary>Checks the options.</summary>
    /// <param name="options">Epochs, batch size, loss, optimizer.</param>
    /// <param name="time">Tells how old the last checkpoint is, and the throughput.</param>
    /// <param name="log">Is told what needs attention.</param>
    /// <exception cref="ExperimentException">Cases are to be bags and series at once.</exception>
    public SupervisedTrainer(SupervisedOptions options, TimeProvider time, ILogger<SupervisedTrainer>? log = null)
    {
        if (options is { Bag: not null, Series: not null })
            throw new ExperimentException("'supervised' is told to take cases as bags, by 'bag', and as slices of series, by 'series'. Leave one of the two out.");
        if (options is { Series: not null } and ({ Masks: not null } or { Objects: not null }))
            throw new ExperimentException("'supervised' is told to join slices to series, by 'series', and to learn masks or objects, which lie in one slice. Leave 'series' out.");
        if (options is { Features: true } and ({ Series: not null } or { Masks: not null } or { Objects: not null }))
            throw new ExperimentException("'supervised' is told to keep 'features', one vector of each case, and learns slices of series, masks or objects, which have none. Leave 'features' out.");
        (_options, _time, _log) = (options, time, log);
    }

    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        EngineNeeds.Check(_options, context.Device);
        using var switches = EngineSwitches.Begin(_options, context.Device);
        context = JoinedParts.Of(context.Ranks is { Rank: > 0 } ? Follower.Of(context) : context, _options);
        var network = Network.Create(context, _options);
        try
        {
            if (context is { Start: { } start, Ranks: not { Rank: > 0 } }) // the others get rank 0's weights
                SavedNetwork.LoadInto(network, start, context.Unit);
            if (context.Fitting)
            {
                using var team = context.Ranks is { } place ? RankTeam.Join(context.Unit, context.Device, place) : null;
                using var run = TrainingRun.Resume(context, _options, network, team, _log);
                Train(context, run, cancellation);
            }

            return new SupervisedPredictor(context, _options, network);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public IPredictor Restore(TrainingContext context)
    {
        EngineNeeds.Check(_options, context.Device);
        using var switches = EngineSwitches.Begin(_options, context.Device);
        return new SupervisedPredictor(context, _options, SavedNetwork.Load(context, _options));
    }

    /// <inheritdoc />
    public void Try(TrainingContext context)
    {
        EngineNeeds.Check(_options, context.Device);
        using var switches = EngineSwitches.Begin(_options, context.Device);
        context = JoinedParts.Of(context, _options);
        using var network = Network.Create(context, _options);
        using var run = TrainingRun.Trial(context, _options, network);
        run.TryOneBatch();
    }

    /// <inheritdoc />
    public TimeSpan? Estimate(TrainingContext context)
    {
        using var switches = EngineSwitches.Begin(_options, context.Device);
        context = JoinedParts.Of(context, _options);
        using var network = Network.Create(context, _options);
        using var run = TrainingRun.Trial(context, _options, network);
        return run.Estimate(_time);
    }

    /// <inheritdoc />
    public int FeatureCount(TrainingContext context)
    {
        if (!_options.Features)
            return 0;
        using var switches = EngineSwitches.Begin(_options, context.Device);
        context = JoinedParts.Of(context, _options);
        using var network = Network.Create(context, _options);
        return network.FeatureCount(context.Train);
    }

    /// <inheritdoc />
    public (CaseFindings Findings, Image? Mask)? StandIn(TrainingContext context, Case item, SampleWorkspace workspace) => TruthAsFound.Of(_options, context.Train.Pipeline, item, workspace);

    /// <inheritdoc />
    public bool CanContinue => true;

    /// <inheritdoc />
    public bool TrainsInRanks => true;

    /// <inheritdoc />
    public bool ChoosesOnValidation => !_options.Select.IsLast || _options.Schedule is { ReadsValidation: true };

    /// <inheritdoc />
    public bool GivesFindings => _options.Masks is not null || _options.Objects is not null;

    /// <inheritdoc />
    public bool TakesAnySize => _options.Windows is not null || _options.Bag is not null;

    /// <inheritdoc />
    public LoaderMemory? LoaderMemory(TrainingContext context) => context.Train.Cases.Count == 0 ? null : Network.Memory(JoinedParts.Of(context, _options), _options);

    /// <inheritdoc />
    public FittingMemory? FittingMemory(TrainingContext context)
    {
        if (!Engine.IsAvailable || context.Train.Cases.Count == 0)
            return null;
        using var switches = EngineSwitches.Begin(_options, context.Device);
        context = JoinedParts.Of(context, _options);
        using var network = Network.Create(context, _options);
        using var run = TrainingRun.Trial(context, _options, network);
        return run.Memory();
    }

    /// <inheritdoc />
    public long? CheckpointBytes(long modelBytes) => modelBytes * (_options.Ema is null ? 4 : 5); // weights, two moments, the best weights, the averages

    /// <summary>The same trainer, which keeps feature vectors of what it predicts.</summary>
    /// <exception cref="ExperimentException">It learns slices of series, masks or objects, which have no vector of a case.</exception>
    internal SupervisedTrainer KeepingFeatures() => new(_options with { Features = true }, _time, _log);

    private void Train(TrainingContext context, TrainingRun run, CancellationToken cancellation)
    {
        var progress = new ProgressReport(context, run, _time);
        try
        {
            while (!run.IsFinished)
            {
                foreach (var step in run.Steps(cancellation))
                {
                    progress.Tell(step.Cases, step.Loss);
                    if (IsDue(run))
                        run.Save(_time.GetTimestamp());
                }

                run.FinishEpoch(run.Validate(cancellation));
                run.Save(_time.GetTimestamp());
            }
        }
        catch (OperationCanceledException)
        {
            run.Save(_time.GetTimestamp());
            throw;
        }

        run.UseSelected();
    }

    private bool IsDue(TrainingRun run) => _options.CheckpointEvery is { } steps
        ? run.At.Steps % steps == 0
        : _time.GetElapsedTime(run.LastSave ??= _time.GetTimestamp()) >= GreatestAge;
}
