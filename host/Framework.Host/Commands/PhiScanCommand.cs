using System.CommandLine;
using System.Globalization;
using Framework.Host.Privacy.Scan;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>phi-scan DIR</c>: looks for identities in an output folder before it leaves the house.</summary>
internal sealed class PhiScanCommand : HostCommand
{
    private const int Rows = 200;

    private readonly Argument<string> _folder = new("DIR") { Description = "The folder to look through, such as a run folder" };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "The data: every name, number and date of their headers, tables and paths is looked for",
        HelpName = "DIR",
    };

    private readonly Option<bool> _show = new("--show") { Description = "Shows findings whole; otherwise two letters and the length" };
    private readonly Option<bool> _json = CommandOptions.Json();

    public PhiScanCommand()
        : base("phi-scan", "Looks for names, dates and numbers of patients in any output folder; exit code 5 where something is found")
    {
        Add(_folder);
        Add(_data);
        Add(_show);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var folder = Existing(context.Arguments.GetValue(_folder)!, "DIR");
        var known = context.Arguments.GetValue(_data) is { } data ? IdentityHarvest.Of(Existing(data, "--data")) : new KnownIdentities();
        var findings = new FolderScan(known).Of(folder).ToList();
        var show = context.Arguments.GetValue(_show);
        if (context.Arguments.GetValue(_json))
            WriteJson(context.Terminal.Results, findings, show);
        else
            WriteTable(context.Terminal, findings, show);
        var looked = known.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {known.Count:N0} identities of the data were looked for");
        var tooShort = known.TooShort == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({known.TooShort:N0} others are too short to be told from any word)");
        context.Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{folder}: {findings.Count:N0} {(findings.Count == 1 ? "finding" : "findings")}{looked}{tooShort}"));
        return findings.Count == 0 ? ExitCode.Done : ExitCode.ControlFailed;
    }

    private static string Existing(string folder, string option) => Directory.Exists(folder)
        ? folder
        : throw new ExperimentException($"{option}: there is no folder '{folder}'. Name one that is there.");

    private static string Text(ScanFinding finding, bool show) => finding.Text.Length == 0 ? "" : show ? finding.Text : finding.Masked;

    private static void WriteTable(HostTerminal terminal, List<ScanFinding> findings, bool show)
    {
        var output = terminal.Results;
        var rows = findings.Take(Rows).Select(finding => (IReadOnlyList<string>)[finding.File, finding.Where, finding.What, Text(finding, show)]).ToList();
        foreach (var line in TextTable.Headless(rows, terminal.ResultWidth))
            output.WriteLine(line);
        if (findings.Count > Rows)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {findings.Count - Rows:N0} more; --json lists them all"));
    }

    private static void WriteJson(TextWriter output, List<ScanFinding> findings, bool show) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("file", finding.File);
            json.WriteString("where", finding.Where);
            json.WriteString("what", finding.What);
            json.WriteString("text", Text(finding, show));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
