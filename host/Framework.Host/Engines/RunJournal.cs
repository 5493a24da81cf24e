using System.Runtime.InteropServices;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>Keeps a run's provenance: what it rests on, and every start.</summary>
internal sealed class RunJournal(RunWork work, TimeProvider time)
{
    /// <summary>Notes that a start has begun.</summary>
    public void Begin(ComponentCatalogue catalogue)
    {
        var start = new RunStart
        {
            Started = time.GetUtcNow(),
            CommandLine = work.Settings.CommandLine,
            ProcessId = Environment.ProcessId,
            Machine = Environment.MachineName,
            Device = work.Settings.UnitsFindDevices ? null : work.Settings.Device.ToString(),
            Threads = torch.get_num_threads(),
            Ranks = work.Settings.Ranks?.Size ?? 1,
            Versions = Versions(),
        };
        work.Folder.Provenance = Facts(catalogue) with { Starts = [.. work.Folder.Provenance?.Starts ?? [], start] };
    }

    /// <summary>Notes how the last start ended.</summary>
    public void End(UnitState outcome) => End(work.Folder, outcome, time);

    /// <summary>Notes how the last start of a run ended.</summary>
    public static void End(RunFolder folder, UnitState outcome, TimeProvider time)
    {
        if (folder.Provenance is not { Starts.Count: > 0 } provenance)
            return;
        var now = time.GetUtcNow();
        folder.Provenance = provenance with
        {
            Starts = [.. provenance.Starts.SkipLast(1), provenance.Starts[^1] with { Ended = now, Outcome = outcome }],
            Finished = outcome == UnitState.Finished ? now : null,
        };
    }

    /// <summary>Notes how the last start ended where that is possible: on a full disk the error that led here is the one to show.</summary>
    public void TryEnd(UnitState outcome)
    {
        try
        {
            End(outcome);
        }
        catch (TrainingException)
        {
            // A start without an end counts as killed, which is near enough.
        }
    }

    private Provenance Facts(ComponentCatalogue catalogue) => new()
    {
        Experiment = work.Experiment.File,
        Hash = work.Experiment.Hash,
        Seed = work.Experiment.Seed,
        Components = ComponentBuild.Named(catalogue, [work.Experiment.Document.ToJson()]),
        Data = new DataFacts
        {
            Source = work.Experiment.Data.Source.Name,
            Fingerprint = work.Data.Index.Fingerprint,
            Labels = work.Data.Index.Labels,
            Groups = work.Data.Index.Groups,
            Cases = work.Data.Index.Cases.Count,
            Subjects = work.Data.Index.Cases.Select(item => item.Subject).Distinct().Count(),
            Quarantined = work.Data.Index.Problems.Count,
        },
    };

    private static Dictionary<string, string> Versions() => new()
    {
        ["framework"] = ComponentBuild.Of(typeof(RunJournal)).Version,
        ["sdk"] = ComponentBuild.Of(typeof(IPlugin)).Version,
        ["torchsharp"] = ComponentBuild.Of(typeof(torch)).Version,
        ["libtorch"] = torch.__version__,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["os"] = RuntimeInformation.OSDescription,
    };
}
