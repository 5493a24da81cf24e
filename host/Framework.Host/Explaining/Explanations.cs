using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Explaining;

/// <summary>Makes the maps that an experiment asks for, once all units are finished: files in the units' folders, and <c>maps.json</c>.</summary>
internal sealed class Explanations(RunWork work, Evaluation evaluation, IRunScreen screen)
{
    /// <summary>Makes the maps of every variant; what earlier calls made is replaced.</summary>
    /// <exception cref="FrameworkException">A network cannot be explained, or a file not be written.</exception>
    public void Make(CancellationToken cancellation)
    {
        if (work.Experiment.Explain.Count == 0)
            return;
        var entries = new List<MapEntry>();
        foreach (var variant in work.Variants)
        {
            var maps = new VariantMaps(work, variant, evaluation);
            foreach (var (number, section) in variant.Experiment.Explain.Index())
            {
                var of = variant.Experiment.Variant is { } name ? $"{section.Stage}@{name}" : section.Stage;
                entries.AddRange(screen.Track($"maps of '{of}' by {section.Explainer.Name}", progress => maps.Make(number, section, progress, cancellation)));
            }
        }

        RunJson.Write(work.Folder.MapsFile, entries, RunJson.Form.IReadOnlyListMapEntry);
    }
}
