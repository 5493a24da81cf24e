using System.Text;
using System.Text.Json;
using Framework.Components.Controls;
using Framework.Host.Engines.Decisions;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>The folder of one run: plain files, and the truth about it.</summary>
internal sealed class RunFolder
{
    /// <summary>The name of <see cref="ExperimentFile"/>.</summary>
    public const string ExperimentName = "experiment.yaml";

    /// <summary>The name of the plan's file.</summary>
    public const string PlanName = "plan.json";

    private RunFolder(string path, Plan plan)
    {
        Path = path;
        Plan = plan;
        Units = [.. plan.Units.Select(unit => new UnitFolder(System.IO.Path.Combine(path, "units", unit.Name), unit))];
    }

    /// <summary>The folder, as the user would type it.</summary>
    public string Path { get; }

    /// <summary>What the run consists of.</summary>
    public Plan Plan { get; }

    /// <summary>The resolved experiment.</summary>
    public string ExperimentFile => File(ExperimentName);

    /// <summary>The figures.</summary>
    public string MetricsFile => File("metrics.json");

    /// <summary>Every opening of the external set, one a line.</summary>
    public string OpeningsFile => File("external.jsonl");

    /// <summary>The self-contained report.</summary>
    public string ReportFile => File("report.html");

    /// <summary>What maps there are, and how they held up.</summary>
    public string MapsFile => File("maps.json");

    /// <summary>Tables of new cases that the run predicted.</summary>
    public string PredictFolder => File("predict");

    /// <summary>What became of them; none where the file is not there yet or torn.</summary>
    public IReadOnlyList<PredictedCases> Predicted
    {
        get => RunJson.TryRead(System.IO.Path.Combine(PredictFolder, "predict.json"), RunJson.Form.IReadOnlyListPredictedCases) ?? [];
        set => RunJson.Write(System.IO.Path.Combine(PredictFolder, "predict.json"), value, RunJson.Form.IReadOnlyListPredictedCases);
    }

    /// <summary>The figures of those of them whose labels are known.</summary>
    public IReadOnlyList<MetricRow> PredictedFigures => [.. Predicted.SelectMany(cases => cases.Figures)];

    /// <summary>What was left out, and why.</summary>
    public string QuarantineFile => File("quarantine.csv");

    /// <summary>The report's figures.</summary>
    public string FiguresFolder => File("figures");

    /// <summary>What the processes that did single units said, a file each.</summary>
    public string LogsFolder => File("logs");

    /// <summary>Where such processes keep off each other's units.</summary>
    public string LocksFolder => File(".locks");

    /// <summary>The jobs of a cluster that work on it.</summary>
    public string JobsFile => File("slurm.json");

    /// <summary>The units in the order of the plan.</summary>
    public IReadOnlyList<UnitFolder> Units { get; }

    /// <summary>Where the figures come from; null where the file is not there yet or torn.</summary>
    public Provenance? Provenance
    {
        get => RunJson.TryRead(File("provenance.json"), RunJson.Form.Provenance);
        set => RunJson.Write(File("provenance.json"), value!, RunJson.Form.Provenance);
    }

    /// <summary>The figures as they were last written; null where there are none yet.</summary>
    public IReadOnlyList<MetricRow>? Metrics => RunJson.TryRead(MetricsFile, RunJson.Form.IReadOnlyListMetricRow);

    /// <summary>What the audit of the data found; null where there was none, or the file is torn.</summary>
    public AuditReport? Audit
    {
        get => RunJson.TryRead(File("audit.json"), RunJson.Form.AuditReport);
        set => RunJson.Write(File("audit.json"), value!, RunJson.Form.AuditReport);
    }

    /// <summary>How the controls ended; none where the file is not there yet or torn.</summary>
    public IReadOnlyList<ControlVerdict> Verdicts
    {
        get => RunJson.TryRead(File("controls.json"), RunJson.Form.IReadOnlyListControlVerdict) ?? [];
        set => RunJson.Write(File("controls.json"), value, RunJson.Form.IReadOnlyListControlVerdict);
    }

    /// <summary>How folds and repeats are joined.</summary>
    public string EnsemblesFile => File("ensembles.json");

    /// <summary>What is fitted of that; none where the file is not there or torn.</summary>
    public IReadOnlyList<FrozenEnsemble> Ensembles
    {
        get => RunJson.TryRead(EnsemblesFile, RunJson.Form.IReadOnlyListFrozenEnsemble) ?? [];
        set => RunJson.Write(EnsemblesFile, value, RunJson.Form.IReadOnlyListFrozenEnsemble);
    }

    /// <summary>Whether everything is there and checked.</summary>
    public bool IsFinished => Provenance?.Finished is not null && Metrics is not null && Units.All(unit => unit.IsFinished);

    /// <summary>Opens a run folder; null where the folder is none.</summary>
    /// <exception cref="ExperimentException">A newer version wrote it.</exception>
    public static RunFolder? TryOpen(string path)
    {
        var file = System.IO.Path.Combine(path, PlanName);
        if (FormatOf(file) is not { } format)
            return null;
        if (format > Plan.CurrentFormat)
            throw new ExperimentException($"{file}: this run folder has format {format}, and this version of the framework knows formats up to "
                + $"{Plan.CurrentFormat}. "
                + "Use the version that wrote it, or start a run of your own with --new.");
        return RunJson.TryRead(file, RunJson.Form.Plan) is { } plan ? new RunFolder(path, plan) : null;
    }

    /// <summary>Makes a run folder that is complete at once: it gets its name when its plan is in it.</summary>
    /// <returns>False where another folder has that name.</returns>
    public static bool TryCreate(string path, Plan plan, string experiment)
    {
        if (Directory.Exists(path))
            return false;
        var temporary = path + AtomicFile.TemporarySuffix;
        Directory.CreateDirectory(System.IO.Path.Combine(temporary, "units"));
        AtomicFile.WriteText(System.IO.Path.Combine(temporary, ExperimentName), experiment);
        RunJson.Write(System.IO.Path.Combine(temporary, PlanName), plan, RunJson.Form.Plan);
        try
        {
            Directory.Move(temporary, path);
            return true;
        }
        catch (IOException) when (Directory.Exists(path))
        {
            return false;
        }
    }

    /// <summary>A table that the data source wants kept.</summary>
    public string DataTable(string name) => System.IO.Path.Combine(Path, "data", $"{name}.csv");

    /// <summary>A table of the comparison with readers: <c>points</c>, <c>agreement</c> or <c>changes</c>.</summary>
    public string ReadersFile(string name) => System.IO.Path.Combine(Path, $"readers.{name}.csv");

    /// <summary>The run's table of predictions of one stage and split.</summary>
    public string PredictionsFile(string stage, string split) => System.IO.Path.Combine(Path, "predictions", $"{stage}.{split}.csv");

    private static int? FormatOf(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllText(file, Encoding.UTF8));
            return document.RootElement.GetProperty("format").GetInt32();
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
