using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>What a data source has to say about its cases, as tables of the run folder.</summary>
internal static class DataTables
{
    /// <summary>Writes <c>quarantine.csv</c>, <c>flow.csv</c> and the source's own tables, where there is something to say.</summary>
    /// <param name="folder">The run's.</param>
    /// <param name="index">What the source says.</param>
    /// <param name="stage">The stage whose own data they are, which begins the names of the tables; null for the experiment's.</param>
    public static void Write(RunFolder folder, DataIndex index, string? stage = null)
    {
        string Name(string table) => folder.DataTable(stage is null ? table : $"{stage}.{table}");
        Write(stage is null ? folder.QuarantineFile : Name("quarantine"), ["place", "problem"], index.Problems.Select(problem => new[] { problem.Place, problem.Message }));
        Write(Name("flow"), ["step", "removed", "cases", "subjects"],
            index.Flow.Select(step => new[] { step.Step, $"{step.Removed}", $"{step.Cases}", $"{step.Subjects}" }));
        foreach (var table in index.Tables)
            Write(Name(table.Name), table.Columns, table.Rows);
    }

    private static void Write(string path, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var lines = rows.Select(CsvText.Join).ToList();
        if (lines.Count == 0)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteText(path, string.Join('\n', lines.Prepend(CsvText.Join(header))) + "\n");
    }
}
