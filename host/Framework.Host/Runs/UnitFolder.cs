using Framework.Components.Data;
using Framework.Components.Data.Features;
using Framework.Components.Data.Findings;
using Framework.Host.Engines.Decisions;
using Framework.Host.Planning;

namespace Framework.Host.Runs;

/// <summary>The folder of one unit. What a file says counts only as far as it can be checked.</summary>
internal sealed class UnitFolder(string path, PlannedUnit unit)
{
    /// <summary>The file of <see cref="Decisions"/>.</summary>
    public const string DecisionsName = "decisions.json";

    private const string StatusName = "status.json";

    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>The unit it belongs to.</summary>
    public PlannedUnit Unit => unit;

    /// <summary>The table of predictions, complete where the unit is finished.</summary>
    public string Predictions => File("predictions.csv");

    /// <summary>What was found in each case; there where the unit finds objects or segments, complete where it is finished.</summary>
    public string Findings => File(FindingsFile.Name);

    /// <summary>The feature vector of each case; there where the unit keeps them, complete where it is finished.</summary>
    public string Features => File(FeaturesFile.Name);

    /// <summary>The table of predictions of the external cases; not there until the external set was opened.</summary>
    public string External => File("external.csv");

    /// <summary>What was found in the external cases; there where the unit finds objects or segments, and the external set was opened.</summary>
    public string ExternalFindings => File("external.findings.jsonl");

    /// <summary>The figures of this unit alone.</summary>
    public string Metrics => File("metrics.json");

    /// <summary>One line a step or epoch.</summary>
    public string Events => File("events.jsonl");

    /// <summary>What its outputs mean, fitted on its validation part; null where nothing is kept or the file is torn.</summary>
    public FrozenDecisions? Decisions
    {
        get => RunJson.TryRead(File(DecisionsName), RunJson.Form.FrozenDecisions);
        set => RunJson.Write(File(DecisionsName), value!, RunJson.Form.FrozenDecisions);
    }

    /// <summary>Where the unit stands; null where it never began, or the file is torn or of another unit.</summary>
    public UnitStatus? Status => Written is { } status && status.Key == unit.Key ? status : null;

    /// <summary>Whether the predictions are complete: the status says so, and they are what it says they are.</summary>
    public bool IsFinished =>
        Status is { State: UnitState.Finished, Predictions: { } hash } status
        && Holds(Predictions, hash) && (status.Findings is not { } findings || Holds(Findings, findings)) && (status.Features is not { } features || Holds(Features, features));

    private UnitStatus? Written => RunJson.TryRead(File(StatusName), RunJson.Form.UnitStatus);

    /// <summary>Makes the folder fit to go on in: removes what killed writers left, and everything that belongs to another key.</summary>
    public void Prepare()
    {
        if (Written is { } status && status.Key != unit.Key)
            Directory.Delete(path, recursive: true);
        Directory.CreateDirectory(path);
        AtomicFile.RemoveTemporaries(path);
    }

    /// <summary>Replaces the status.</summary>
    public void Write(UnitStatus status) => RunJson.Write(File(StatusName), status, RunJson.Form.UnitStatus);

    /// <summary>Becomes a copy of a finished unit of the same key. A copy that was not completed does not count.</summary>
    public void TakeFrom(UnitFolder other, string run)
    {
        var temporary = path + AtomicFile.TemporarySuffix;
        foreach (var folder in new[] { temporary, path }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(temporary);
        foreach (var name in Directory.EnumerateFiles(other.Path, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(other.Path, file)).Where(name => name != StatusName))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(temporary, name))!);
            Copy(System.IO.Path.Combine(other.Path, name), System.IO.Path.Combine(temporary, name));
        }

        new UnitFolder(temporary, unit).Write(other.Status! with { From = run });
        Directory.Move(temporary, path);
    }

    private static bool Holds(string file, string hash) => System.IO.File.Exists(file) && FileHash.Of(file) == hash;

    private static void Copy(string from, string to)
    {
        using var source = System.IO.File.OpenRead(from);
        AtomicFile.Write(to, source.CopyTo);
    }

    /// <summary>A file of the unit by its name.</summary>
    public string File(string name) => System.IO.Path.Combine(path, name);
}
