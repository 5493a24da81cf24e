using Framework.Components.Splits;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Sdk.Testing;

/// <summary>Runs an experiment of one stage in memory, without a host: index, split, fitted transforms, training, predictions, metrics.</summary>
/// <remarks>
/// The parts are given as objects, so that a debugger steps into them. No file is written but what the source's index caches in <see cref="IndexContext.CacheFolder"/>. Draws are
/// not those of <c>framework run</c>: figures are like its figures, not equal to them.
/// </remarks>
public sealed record TestExperiment
{
    /// <summary>Gives the cases. Default: <see cref="BlobSource"/>.</summary>
    public IDataSource Source { get; init; } = new BlobSource();

    /// <summary>Divides the subjects; the first fold is run. Default: half for training, a quarter each for validation and test.</summary>
    public ISplit Split { get; init; } = new HoldoutSplit(new HoldoutOptions { Train = 0.5, Validate = 0.25, Test = 0.25 });

    /// <summary>The chain of transforms. Those that are fitted see the training part alone.</summary>
    public IReadOnlyList<TransformStep> Transforms { get; init; } = [];

    /// <summary>Makes the network; null where the trainer needs none.</summary>
    public IModelFactory? Model { get; init; }

    /// <summary>Fits and predicts.</summary>
    public required ITrainer Trainer { get; init; }

    /// <summary>Computed on the test part.</summary>
    public IReadOnlyList<IMetric> Metrics { get; init; } = [];

    /// <summary>Everything random follows from it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Runs it to the end.</summary>
    /// <exception cref="FrameworkException">A part failed, or says that the parts do not fit together.</exception>
    /// <exception cref="DataFormatException">The index has problems, or a case cannot be read.</exception>
    public TestOutcome Run(CancellationToken cancellation = default)
    {
        var random = new RandomStream(Seed);
        using var cache = new ScratchFolder();
        var index = Source.Index(new IndexContext { CacheFolder = cache.Path, Cancellation = cancellation });
        if (index.Problems.Count > 0)
            throw new DataFormatException(string.Join('\n', index.Problems));
        var split = new CaseSplit(index, Split, random.Derive("split"));
        var train = split.Cases(0, Part.Train);
        var pipeline = new SamplePipeline(Source, ChainOf(train), random.Derive("unit"));
        using var log = new RecordedLog();
        var checkpoints = new MemoryCheckpoints();
        var context = new TrainingContext
        {
            Unit = "test.0.0",
            Train = new SampleSet(train, pipeline),
            Validate = new SampleSet(split.Cases(0, Part.Validate), pipeline),
            Labels = index.Labels,
            Groups = index.Groups,
            Model = Model,
            Device = torch.CPU,
            Random = random.Derive("unit"),
            LoaderThreads = 1,
            Checkpoints = checkpoints,
            Log = log,
        };
        Trainer.Try(context);
        using var predictor = Trainer.Fit(context, cancellation);
        var predictions = predictor.Predict(new SampleSet(split.Cases(0, Part.Test), pipeline), cancellation);
        return new TestOutcome(index, split, predictions, [.. Metrics.SelectMany(metric => metric.Compute(predictions))], log.Events, checkpoints);
    }

    private TransformStep[] ChainOf(IReadOnlyList<Case> train)
    {
        var steps = Transforms.ToArray();
        var fold = TrainingFold.Of(train);
        for (var at = 0; at < steps.Length; at++)
        {
            if (steps[at].Transform is not IFittedTransform { NeedsFitting: true } fitted)
                continue;
            var head = new SamplePipeline(Source, steps[..at], new RandomStream(0));
            var figures = fitted.Conclude([.. train.Select(item => Observed(fitted, head, item))]);
            steps[at] = steps[at] with { Transform = fitted.With(new FittedStatistics(steps[at].Name, fold.Hash, figures), fold) };
        }

        return steps;
    }

    private static IReadOnlyList<double> Observed(IFittedTransform transform, SamplePipeline head, Case item)
    {
        using var workspace = new SampleWorkspace();
        return transform.Observe(head.Load(item, Phase.Train, epoch: 0, workspace));
    }
}
