using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>A run about to be executed.</summary>
/// <param name="Folder">Its folder, locked by this process.</param>
/// <param name="Variants">What to do on which cases: the experiment itself, or each of its variants.</param>
/// <param name="Settings">How.</param>
internal sealed record RunWork(RunFolder Folder, IReadOnlyList<PreparedExperiment> Variants, RunSettings Settings)
{
    /// <summary>The experiment; the first variant of it where there are several, which have name, metrics and controls in common.</summary>
    public Experiment Experiment => Variants[0].Experiment;

    /// <summary>The data of <see cref="Experiment"/>.</summary>
    public PreparedData Data => Variants[0].Data;

    /// <summary>The variant that a unit belongs to.</summary>
    public PreparedExperiment VariantOf(UnitId id) => Variants.Single(variant => variant.Experiment.Variant == id.Variant);

    /// <summary>The data that a unit works on.</summary>
    public PreparedData DataOf(UnitId id)
    {
        var variant = VariantOf(id);
        return variant.Data.Of(variant.Experiment.Stages.Single(stage => stage.Name == id.Stage));
    }
}
