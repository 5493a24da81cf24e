using System.Collections.Concurrent;
using System.Globalization;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Fits the transforms of a stage that need figures from the training part of a fold.</summary>
/// <remarks>Units that share a chain and its training cases, such as a unit and its controls, fit once.</remarks>
/// <param name="threads">How many are loaded at once; the figures do not depend on it.</param>
/// <param name="most">At most so many cases are looked at, the first ones: for trying things out.</param>
internal sealed class ChainFitting(int threads, int most = int.MaxValue)
{
    private readonly ConcurrentDictionary<string, FittedStatistics> _fitted = new();

    /// <summary>The stage's chain with all figures in place.</summary>
    /// <param name="source">Loads the training cases.</param>
    /// <param name="stage">Its transforms.</param>
    /// <param name="training">The training cases of the unit.</param>
    /// <param name="kept">Figures from before, which new ones are added to.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ExperimentException">The chain cannot be fitted, or what was kept is of another fold.</exception>
    /// <exception cref="DataFormatException">A case cannot be read, or no figures follow from the cases.</exception>
    public FittedChain Fit(IDataSource source, StageSection stage, IReadOnlyList<Case> training, KeptStatistics kept, CancellationToken cancellation)
    {
        var steps = stage.Transforms.ToArray();
        if (!steps.Any(step => step.Transform is IFittedTransform { NeedsFitting: true }))
            return new FittedChain(steps, "");
        var fold = TrainingFold.Of(training);
        using var fingerprint = new UnitKey();
        for (var at = 0; at < steps.Length; at++)
        {
            if (steps[at].Transform is not IFittedTransform { NeedsFitting: true } transform)
                continue;
            CheckHead(stage.Name, steps, at);
            var key = KeyOf(stage, training, at);
            FittedStatistics Anew() => new(steps[at].Name, fold.Hash, Figures(source, transform, steps[..at], training, cancellation));
            // What earlier stages said is each unit's own.
            var statistics = kept.Find(at, key) ?? (stage.Reads.Count > 0 ? Anew() : _fitted.GetOrAdd(key, _ => Anew()));
            steps[at] = steps[at] with { Transform = transform.With(statistics, fold) };
            kept.Add(at, key, statistics, fold);
            fingerprint.Add(steps[at].Name, string.Join(' ', statistics.For(fold).Select(figure => figure.ToString("R", CultureInfo.InvariantCulture))));
        }

        return new FittedChain(steps, fingerprint.ToString());
    }

    private static void CheckHead(string stage, TransformStep[] steps, int at)
    {
        if (Array.Find(steps[..at], step => step.Transform.IsRandom) is { } random)
            throw new ExperimentException($"{stage}: '{steps[at].Name}' is fitted on the training part, and '{random.Name}', which is random, stands before it. Put '{steps[at].Name}' before all random transforms.");
    }

    private double[] Figures(IDataSource source, IFittedTransform transform, TransformStep[] head, IReadOnlyList<Case> training, CancellationToken cancellation)
    {
        var pipeline = new SamplePipeline(source, head, new RandomStream(0));
        var observations = new IReadOnlyList<double>[Math.Min(training.Count, most)];
        try
        {
            Parallel.For(
                0,
                observations.Length,
                new ParallelOptions { MaxDegreeOfParallelism = Math.Max(threads, 1), CancellationToken = cancellation },
                () => new SampleWorkspace(),
                (at, _, workspace) =>
                {
                    observations[at] = transform.Observe(pipeline.Load(training[at], Phase.Train, epoch: 0, workspace));
                    workspace.Reset();
                    return workspace;
                },
                workspace => workspace.Dispose());
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<FrameworkException>().FirstOrDefault() is { } known)
        {
            throw known;
        }

        return [.. transform.Conclude(observations)];
    }

    // Whatever the figures depend on, apart from the builds of the components: those are the same in all of a run.
    private string KeyOf(StageSection stage, IReadOnlyList<Case> training, int at)
    {
        using var key = new UnitKey();
        key.Add("stage", stage.Canonical).Add("step", $"{at}").Add("most", $"{most}").Add("training", DataFingerprint.Of([], training));
        return key.ToString();
    }
}
