using Framework.Components.Data;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines.Frozen;

/// <summary>Everything that predictions of new cases are made of, as one SHA-256: where it is the same, so are they, but for the last bits of other threads.</summary>
internal static class PredictionKey
{
    /// <summary>The key; null where the source cannot say which files its cases are read from.</summary>
    /// <param name="catalogue">Knows the builds of the components that the experiment names.</param>
    /// <param name="model">The networks, and the experiment with all its options.</param>
    /// <param name="section">What is predicted.</param>
    /// <param name="listed">The new cases.</param>
    public static string? Of(ComponentCatalogue catalogue, FrozenModel model, PredictSection section, (DataIndex Index, IDataSource Source) listed)
    {
        if (Cases(listed.Index, listed.Source) is not { } cases)
            return null;
        var experiment = model.Experiment;
        using var key = new UnitKey();
        key.Add("experiment", experiment.Hash).Add("variant", experiment.Variant ?? "").Add("prediction", section.Name).Add("model", model.Hash).Add("cases", cases).Add("libtorch", torch.__version__);
        foreach (var unit in model.Units)
            key.Add(unit.Unit.Name, unit.Unit.Key);
        foreach (var build in ComponentBuild.Named(catalogue, [experiment.Document.ToJson()]).Concat(ComponentBuild.Foundations()).Append(ComponentBuild.Of(typeof(PredictionKey))))
            key.Add(build.Assembly, $"{build.Version} {build.Build}");
        // A writer may have a sample of what it is to write, and a metric a table: by content, as weights are.
        foreach (var file in section.Writers.Select(writer => writer.Canonical).Concat(experiment.Metrics.Select(metric => metric.Canonical)).SelectMany(CanonicalTexts.Of).Select(text => text.Text).Where(File.Exists))
            key.Add("file", FileHash.Of(file));
        return key.ToString();
    }

    // What the index knows of each case, and size and time of each file: what was changed since was not predicted.
    private static string? Cases(DataIndex index, IDataSource source)
    {
        if (source is not ICaseFiles files)
            return null;
        using var key = new UnitKey();
        key.Add("index", DataFingerprint.WithFacts(index.Labels, index.Cases));
        foreach (var item in index.Cases)
        {
            if (CaseLedger.KeyOf(files, item) is not { } read)
                return null;
            key.Add("case", read);
        }

        return key.ToString();
    }
}
