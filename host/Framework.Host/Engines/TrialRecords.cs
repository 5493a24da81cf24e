using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>
/// Which units were tried and fit together, under the key of everything they depend on: loading libtorch takes longer than the rest of a
/// check, and the answer cannot change until the key does. A cache; it can be deleted at any time.
/// </summary>
/// <param name="store">Keeps the records.</param>
/// <param name="plan">Has the keys.</param>
/// <param name="device">The device that was asked for.</param>
internal sealed class TrialRecords(RunStore store, Plan plan, string device)
{
    private readonly string _folder = store.CacheFolder("trials");

    /// <summary>What came of trying the unit; null where it was not tried, or is no longer the same.</summary>
    public Trial? Find(UnitId id) => File.Exists(FileOf(id)) ? Trial.Read(File.ReadAllText(FileOf(id))) : null;

    /// <summary>Notes that the unit fits together.</summary>
    public void Keep(UnitId id, Trial trial) => AtomicFile.WriteText(FileOf(id), trial.ToString());

    /// <summary>Whether the unit's network was asked for such a map before.</summary>
    public bool HasMaps(UnitId id, ExplainSection section) => File.Exists(FileOf(id, section));

    /// <summary>Notes that such a map can be made.</summary>
    public void KeepMaps(UnitId id, ExplainSection section) => AtomicFile.WriteText(FileOf(id, section), "");

    private string FileOf(UnitId id, ExplainSection? section = null)
    {
        using var key = new UnitKey();
        if (section is not null)
            key.Add("explain", section.Explainer.Canonical).Add("label", section.Label ?? "");
        key.Add("unit", plan.Units.Single(unit => unit.Id == id).Key).Add("device", device).Add("engine", ComponentBuild.Of(typeof(torch)).Build);
        return Path.Combine(_folder, key.ToString());
    }
}
