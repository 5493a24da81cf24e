using System.CommandLine;
using System.Globalization;
using Framework.Components.Audit;
using Framework.Host.Engines;
using Framework.Host.Engines.Audits;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>audit FILE</c>: leaks, duplicates and contradictions in an experiment's data and split.</summary>
internal sealed class AuditCommand : HostCommand
{
    private const int CasesShown = 10;

    private readonly Argument<string> _file = new("FILE") { Description = "The experiment" };
    private readonly RunOptions _options = new();
    private readonly Option<bool> _json = CommandOptions.Json();

    private readonly Option<string?> _hashes = new("--hashes")
    {
        Description = "Writes the hash of every training image, for audit.pretraining of an experiment that starts from these weights",
        HelpName = "FILE",
    };

    public AuditCommand()
        : base("audit", "Looks for the same patient, examination or image in two parts, and for labels that contradict each other; exit code 5 where there is a leak")
    {
        Add(_file);
        _options.AddTo(this);
        Add(_json);
        Add(_hashes);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var store = _options.Store(arguments, TimeProvider.System).MakeWritable();
        var experiment = context.Loader.Load(arguments.GetValue(_file)!, _options.Sets(arguments)).OrThrow();
        var variants = new DataPreparation(store, context.Screen).PrepareAll(experiment, CancellationToken.None);
        var images = experiment.Audit.Images == AuditImages.Auto ? AuditImages.All : experiment.Audit.Images;
        var report = new RunAudit(store, context.Screen).Look(experiment, variants, images, CancellationToken.None);
        if (arguments.GetValue(_hashes) is { } file)
            WriteHashes(file, experiment, variants[0].Data, new CaseImages(store, context.Screen));
        if (arguments.GetValue(_json))
            context.Terminal.Results.WriteLine(RunJson.Text(report, RunJson.Form.AuditReport));
        else
            Show(report, context.Terminal);
        var leaks = report.Findings.Count(finding => finding.Severity == AuditSeverity.Leak);
        context.Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{report.Cases:N0} cases, {report.Images:N0} images compared: {(leaks == 0 ? "no leak" : leaks == 1 ? "1 leak" : $"{leaks} leaks")}"));
        return leaks == 0 ? ExitCode.Done : ExitCode.ControlFailed;
    }

    private static void Show(AuditReport report, HostTerminal terminal)
    {
        foreach (var finding in report.Findings)
        {
            terminal.Results.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Kind}: {finding.Words}");
            foreach (var cases in finding.Cases.Take(CasesShown))
                terminal.Results.WriteLine($"  {string.Join("  ", cases)}");
            if (finding.Cases.Count > CasesShown)
                terminal.Results.WriteLine($"  ... {finding.Cases.Count - CasesShown} more; --json lists them");
        }

        foreach (var sentence in report.NotDone)
            terminal.Line(sentence);
    }

    private static void WriteHashes(string file, Experiment experiment, PreparedData data, CaseImages images)
    {
        var training = data.Split.Cases(0, Part.Train).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var prints = images.Of(experiment.Data, data, [], CancellationToken.None);
        var lines = data.Index.Cases.Zip(prints).Where(pair => training.Contains(pair.First.Id) && pair.Second is { IsFlat: false }).Select(pair => pair.Second!.PixelHash + "\n");
        AtomicFile.WriteText(file, string.Concat(lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }
}
