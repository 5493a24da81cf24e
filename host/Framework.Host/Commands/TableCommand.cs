using System.CommandLine;
using Framework.Components.Data.Tables;
using Framework.Components.Reporting;
using Framework.Host.Engines;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>table NAME</c>: makes a table of another, such as labels of reports.</summary>
internal sealed class TableCommand : HostCommand
{
    private const string Page = ".html";

    private readonly Argument<string> _name = new("NAME") { Description = "The tool, as 'framework components --interface table-tool' lists them" };
    private readonly Option<string> _in = new("--in") { Description = "The table to read, comma-separated", HelpName = "FILE", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "The table to write, .csv or .html; further ones get names of their own beside it", HelpName = "FILE", Required = true };

    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "An option of the tool, as 'framework describe' lists them",
        HelpName = "KEY=VALUE",
    };

    public TableCommand()
        : base("table", "Makes a table of another one, such as labels of reports")
    {
        Add(_name);
        foreach (var option in new Option[] { _in, _out, _sets })
            Add(option);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var (from, to) = (context.Arguments.GetValue(_in)!, context.Arguments.GetValue(_out)!);
        if (Path.GetFullPath(from) == Path.GetFullPath(to))
            throw new ExperimentException("--out names the file that is read. Give it another name.");
        var tool = context.Binding.Bind<ITableTool>(context.Arguments.GetValue(_name)!, context.Arguments.GetValue(_sets) ?? []);
        var read = CsvTable.Read(from, Path.GetFileName(from));
        if (read.Problems.Count > 0)
            throw new DataFormatException(string.Join('\n', read.Problems.Take(20)));
        var made = tool.Instance.Make(new IndexTable(read.Name, read.Columns, [.. read.Rows.Select(row => row.Cells)]));
        foreach (var (table, i) in made.Select((table, i) => (table, i)))
        {
            var path = i == 0 ? to : Path.Combine(Path.GetDirectoryName(to) ?? "", $"{Path.GetFileNameWithoutExtension(to)}.{table.Name}{Ending(to)}");
            WrittenFile.Text(path, Text(table, Ending(to)), "Choose another place with --out.");
            context.Screen.Line($"{path}: {table.Rows.Count} rows");
        }

        return ExitCode.Done;
    }

    private static string Ending(string path) => path.EndsWith(Page, StringComparison.OrdinalIgnoreCase) ? Page : ".csv";

    private static string Text(IndexTable table, string ending) =>
        ending == Page ? TablePage.Of(table) : CsvWriter.Table(table.Columns, table.Rows);
}
