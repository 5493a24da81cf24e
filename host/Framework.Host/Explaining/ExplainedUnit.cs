using Framework.Components.Explaining;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Explaining;

/// <summary>A finished unit whose network can be asked for maps.</summary>
internal sealed class ExplainedUnit : IDisposable
{
    private readonly ExplainSection _section;
    private readonly UnitWork _work;
    private readonly IExplainable _model;
    private readonly CancellationToken _cancellation;

    private ExplainedUnit(ExplainSection section, UnitWork work, IExplainable model, CancellationToken cancellation)
    {
        (_section, _work, _model, _cancellation) = (section, work, model, cancellation);
    }

    /// <summary>Restores the unit from its folder.</summary>
    /// <exception cref="ExperimentException">What was fitted cannot be explained.</exception>
    public static ExplainedUnit Open(ExplainSection section, UnitFolder folder, UnitRecipes recipes, CancellationToken cancellation)
    {
        var work = recipes.Make(folder.Unit.Id, new CheckpointStore(folder.Path, () => { }), NoLog.Instance, cancellation);
        var predictor = work.Trainer.Fit(work.Context, cancellation); // finished: the last checkpoint is all that it takes
        if (predictor is IExplainable model)
            return new ExplainedUnit(section, work, model, cancellation);
        predictor.Dispose();
        throw HasNoNetwork(section, work);
    }

    /// <summary>What the trainer gives cannot be asked for maps.</summary>
    public static ExperimentException HasNoNetwork(ExplainSection section, UnitWork work) =>
        new($"'explain' asks '{section.Explainer.Name}' for maps of the stage '{section.Stage}', and what '{work.Component}' fits has no network that could be asked. Name a stage with a network.");

    /// <summary>A sample as explainers take it, in the caller's dispose scope; of a bag of volumes (channel, instance, z, y, x).</summary>
    public static torch.Tensor ImageOf(Sample sample)
    {
        var image = sample.Image;
        long[] shape = image.Instances is { } count
            ? [image.Channels, count, image.Depth / count, image.Height, image.Width]
            : [.. image.Shape.ToArray().Select(size => (long)size)];
        return torch.tensor(image.Pixels.ToArray()).reshape(shape);
    }

    /// <summary>Loads a case as the unit's network sees it.</summary>
    public Sample Load(Case item, SampleWorkspace workspace) => _work.Views[0].Load(item, Phase.Evaluate, epoch: 0, workspace);

    /// <summary>Loads a case as it is in its file.</summary>
    public Sample LoadScan(Case item, SampleWorkspace workspace) => _work.Views[0].Until(0).Load(item, Phase.Evaluate, epoch: 0, workspace);

    /// <summary>The map of a case, in the caller's dispose scope.</summary>
    public torch.Tensor Map(Sample sample, int label)
    {
        using var scope = torch.NewDisposeScope();
        // The stream is the case's alone, so that folds, and a network with shuffled weights, are asked the very same.
        var random = new RandomStream(0).Derive("explain").Derive(sample.Case.RandomKey);
        return _section.Explainer.Instance.Explain(_model, ImageOf(sample), new ExplainRequest(label, random, _cancellation)).MoveToOuterDisposeScope();
    }

    /// <summary>The same network without what it learnt, until disposed.</summary>
    public ShuffledWeights Shuffle() => new(_model.Network, _work.Context.Random);

    /// <inheritdoc />
    public void Dispose() => _model.Dispose();
}
