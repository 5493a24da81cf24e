using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>The ways in which one unit's cases are loaded: for fitting and for predicting, which know different outputs of earlier stages.</summary>
internal sealed class StagePipelines(PreparedExperiment prepared, StageSection stage, ChainFitting fitting, int fittingCases)
{
    private readonly PreparedData _data = prepared.Data.Of(stage);

    /// <summary>Loads what is fitted and selected on; transforms that need figures of the training part have them.</summary>
    public SamplePipeline ForFitting(UnitRecipe recipe, IEarlierOutputs? earlier, RandomStream random, ICheckpointStore checkpoints, CancellationToken cancellation)
    {
        // Fitted on images as they are, also where a control changes them, so that it differs from its unit in one thing only.
        var chain = fitting.Fit(SourceOf(_data.Source, earlier), stage, recipe.Train, new KeptStatistics(checkpoints), cancellation);
        return new SamplePipeline(SourceOf(recipe.Source, earlier), [.. chain.Steps, .. recipe.Appended], random) { Cache = CacheOf(recipe, earlier) };
    }

    /// <summary>Loads what is predicted, through the same transforms.</summary>
    public SamplePipeline ForPredicting(SamplePipeline fitted, IEarlierOutputs? earlier, UnitRecipe recipe, RandomStream random) =>
        earlier is null ? fitted : new SamplePipeline(SourceOf(recipe.Source, earlier), fitted.Steps, random) { Cache = CacheOf(recipe, earlier) };

    private IDataSource SourceOf(IDataSource source, IEarlierOutputs? earlier) => earlier is null ? source : new StagedSource(source, earlier, stage.Input);

    // What a control changed is no file that a kept sample could be checked against; outputs that are the sample are at hand anyway.
    private ISampleCache? CacheOf(UnitRecipe recipe, IEarlierOutputs? earlier) =>
        recipe.Appended.Count > 0 || !ReferenceEquals(recipe.Source, _data.Source) || (earlier is not null && stage.Input != StageInput.Case)
            ? null
            : _data.Caches?.Of(stage, _data.Source, recipe.Train, fittingCases, earlier);
}
