using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>What a data source has to say about its cases, as tables of the run folder.</summary>
internal static class DataTables
{
    /// <summary>Writes <c>quarantine.csv</c>, <c>flow.csv</c> and the source's own tables, where there is something to say.</summary>
    public static void Write(RunFolder folder, DataIndex index)
    {
        Write(folder.QuarantineFile, ["place", "problem"], index.Problems.Select(problem => new[] { problem.Place, problem.Message }));
        Write(folder.DataTable("flow"), ["step", "removed", "cases", "subjects"],
            index.Flow.Select(step => new[] { step.Step, $"{step.Removed}", $"{step.Cases}", $"{step.Subjects}" }));
        foreach (var table in index.Tables)
            Write(folder.DataTable(table.Name), table.Columns, table.Rows);
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
