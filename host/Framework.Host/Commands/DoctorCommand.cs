using System.CommandLine;
using Framework.Host.Diagnosis;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>doctor</c>: what of this machine works, what is missing, and the command that mends it.</summary>
internal sealed class DoctorCommand : HostCommand
{
    private readonly Option<bool> _json = CommandOptions.Json();

    public DoctorCommand()
        : base("doctor", "Looks at libtorch, threads, GPU, codecs, plugins and disk: what works, what is missing, what mends it") => Add(_json);

    /// <inheritdoc />
    public override bool ShowsFailedPlugins => true;

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var findings = MachineCheck.Run(context.Plugins, "runs").ToArray();
        if (context.Arguments.GetValue(_json))
            WriteJson(context.Terminal.Results, findings);
        else
            WriteTable(context.Terminal, findings);
        return findings.Any(finding => finding.State == FindingState.Broken) ? ExitCode.RunFailed : ExitCode.Done;
    }

    private static void WriteTable(HostTerminal terminal, IReadOnlyList<Finding> findings)
    {
        var output = terminal.Results;
        foreach (var line in TextTable.Headless([.. findings.Select(finding => (IReadOnlyList<string>)[Mark(finding.State), finding.Name, finding.Detail])], terminal.ResultWidth))
            output.WriteLine(line);
        foreach (var finding in findings.Where(finding => finding.State != FindingState.Works && finding.Mend.Length > 0))
            output.WriteLine($"to mend '{finding.Name}': {finding.Mend}");
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Works => "works",
        FindingState.Absent => "-",
        _ => "BROKEN",
    };

    private static void WriteJson(TextWriter output, IReadOnlyList<Finding> findings) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("name", finding.Name);
            json.WriteString("state", finding.State.ToString().ToLowerInvariant());
            json.WriteString("detail", finding.Detail);
            json.WriteString("mend", finding.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
