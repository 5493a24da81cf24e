using Framework.Components.Data.Findings;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>
/// What <c>predict</c> leaves: <c>table.csv</c> with a row a case, <c>table.series.csv</c> and the like for what cases are joined into, and where a stage finds objects
/// or segments <c>table.findings/UNIT</c> with <c>findings.jsonl</c> and <c>masks</c>.
/// </summary>
/// <param name="table">The table's path.</param>
internal sealed class PredictedFiles(string table) : IDisposable
{
    private const string Split = "predict";
    private readonly string _findings = Beside(table, ".findings");
    private readonly string _work = Directory.CreateDirectory(Beside(table, $".findings-{Environment.ProcessId}{AtomicFile.TemporarySuffix}")).FullName;

    /// <summary>Where a unit's label maps go until all is done.</summary>
    public string FolderOf(UnitFolder unit) => Path.Combine(_work, unit.Unit.Name);

    /// <summary>Writes the files, the table last.</summary>
    /// <param name="ensemble">What was predicted.</param>
    /// <param name="stage">By whom.</param>
    /// <param name="each">Whether tables have a row for each case (or what cases are joined into) and unit, in the form of a run's own.</param>
    /// <returns>The files and folders, the table first.</returns>
    public IReadOnlyList<string> Write(Ensemble ensemble, StageSection stage, bool each)
    {
        var written = new List<string> { table };
        foreach (var level in ensemble.Levels.Skip(1))
        {
            written.Add(Beside(table, $".{level.At}{Path.GetExtension(table)}"));
            AtomicFile.WriteText(written[^1], Text(level));
        }

        if (ensemble.Units.Any(unit => unit.Table.Findings is not null))
        {
            KeepFindings(ensemble);
            written.Add(_findings);
        }

        AtomicFile.WriteText(table, Text(ensemble.Levels[0]));
        return written;

        string Text(EnsembleLevel level) => each ? PredictionsFile.Write(level.Each) : DecisionTable.Write(level, stage.Calibrate is not null || stage.Ensemble is not null);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Directory.Exists(_work))
            Directory.Delete(_work, recursive: true);
    }

    private void KeepFindings(Ensemble ensemble)
    {
        var asked = ensemble.Units.Select(unit => FolderOf(unit.Unit)).ToHashSet();
        foreach (var (unit, predicted) in ensemble.Units)
        {
            Directory.CreateDirectory(FolderOf(unit));
            AtomicFile.Write(Path.Combine(FolderOf(unit), FindingsFile.Name), stream => FindingsFile.Write(stream, [(Split, predicted)]));
        }

        foreach (var other in Directory.GetDirectories(_work).Where(folder => !asked.Contains(folder)))
            Directory.Delete(other, recursive: true); // what stages that are read left on the way
        if (Directory.Exists(_findings))
            Directory.Delete(_findings, recursive: true);
        Directory.Move(_work, _findings);
    }

    private static string Beside(string path, string ending) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path) + ending);
}
