using System.Globalization;
using Framework.Components.Data.Cache;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>The cache of each stage's deterministic head: keyed by source, transforms, their options and the very builds of all code that makes a sample.</summary>
internal sealed class HeadCaches(ComponentCatalogue catalogue, Experiment experiment, SampleCache cache)
{
    /// <summary>
    /// The cache of a stage's head; null where the source does not say which files its cases are read from, and where figures that a transform took from
    /// training cases depend on what earlier stages said of them all.
    /// </summary>
    /// <param name="stage">Its transforms.</param>
    /// <param name="source">Loads the cases.</param>
    /// <param name="training">What transforms are fitted on.</param>
    /// <param name="most">How many of them at most.</param>
    /// <param name="earlier">What the stages that it reads said; null where it reads none.</param>
    public ISampleCache? Of(StageSection stage, IDataSource source, IReadOnlyList<Case> training, int most, IEarlierOutputs? earlier = null) =>
        source is ICaseFiles files && (earlier is null || !IsFitted(stage)) ? new HeadCache(cache, files, KeysOf(stage, training, most), earlier is null ? null : earlier.Of) : null;

    /// <summary>Everything that decides what the head makes of a case, beside the case.</summary>
    public HeadKeys KeysOf(StageSection stage, IReadOnlyList<Case> training, int most)
    {
        // Figures follow from the training cases and from every transform that they went through.
        var fitted = IsFitted(stage)
            ? string.Create(CultureInfo.InvariantCulture, $"{most} {DataFingerprint.Of([], training)} {string.Join(' ', Head(stage, null).Select(step => $"{step.Only} {step.Transform.Canonical}"))}")
            : "";
        return new HeadKeys(KeyOf(stage, Phase.Train, fitted), KeyOf(stage, Phase.Evaluate, fitted));
    }

    private static bool IsFitted(StageSection stage) => Head(stage, null).Any(step => step.Transform.Instance is IFittedTransform { NeedsFitting: true });

    private string KeyOf(StageSection stage, Phase phase, string fitted)
    {
        string[] canonicals = [(stage.Data ?? experiment.Data).Source.Canonical, .. Head(stage, phase).Select(step => step.Transform.Canonical)];
        using var key = new UnitKey();
        key.Add("fitted", fitted);
        foreach (var canonical in canonicals)
            key.Add("options", canonical);
        foreach (var hash in PretrainedFiles.Hashes(canonicals))
            key.Add("pretrained", hash);
        foreach (var build in Builds(canonicals))
            key.Add(build.Assembly, $"{build.Version} {build.Build}");
        return key.ToString();
    }

    private static IEnumerable<TransformFields> Head(StageSection stage, Phase? phase) =>
        stage.Steps.TakeWhile(step => !step.Transform.Instance.IsRandom).Where(step => phase is null || step.Only is not { } only || only == phase);

    /// <summary>The components' own assemblies and those of ours that they stand on: decoders among them.</summary>
    private IEnumerable<ComponentBuild> Builds(IReadOnlyList<string> canonicals) =>
        ComponentBuild.Named(catalogue, canonicals).Concat(ComponentBuild.Foundations());
}
