using System.Diagnostics;
using System.Globalization;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>The synthetic cohort of an experiment: written once, whole or not at all, and again when what was asked for changes.</summary>
internal sealed class PhantomCohort(PhantomSection section, IRunScreen screen)
{
    private const string MarkerName = ".phantom";

    /// <summary>Writes the cohort unless the folder holds exactly this one.</summary>
    /// <exception cref="ExperimentException">The folder holds something else.</exception>
    public void Write(CancellationToken cancellation)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(section.Out));
        var request = Request();
        if (MarkerOf(folder) == request)
            return;
        if (MarkerOf(folder) is null && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new ExperimentException($"{section.Out}: the folder is not empty and holds no phantom, so nothing is written into it. "
                + "Give 'phantom.out' another folder.");
        RemoveAbandoned(folder);
        var temporary = $"{folder}{AtomicFile.TemporarySuffix}-{Environment.ProcessId}";
        screen.Track($"writing the phantom '{section.Phantom.Name}' ({section.Cases} cases) to {section.Out}", _ =>
        {
            var cohort = new PhantomRequest { Folder = temporary, Cases = section.Cases, Seed = section.Seed };
            section.Phantom.Instance.Write(cohort, cancellation);
            return true;
        });
        cancellation.ThrowIfCancellationRequested();
        AtomicFile.WriteText(Path.Combine(temporary, MarkerName), request);
        if (MarkerOf(folder) == request)
            Directory.Delete(temporary, recursive: true); // another process wrote the same meanwhile, and may be reading it
        else
            Replace(folder, temporary);
    }

    /// <summary>Everything that determines the cohort's bytes.</summary>
    private string Request()
    {
        var build = ComponentBuild.Of(section.Phantom.Instance.GetType());
        using var key = new UnitKey();
        return key.Add("options", section.Phantom.Canonical).Add(build.Assembly, build.Build)
            .Add("cohort", string.Create(CultureInfo.InvariantCulture, $"{section.Cases} {section.Seed}")) + "\n";
    }

    private static string? MarkerOf(string folder)
    {
        var marker = Path.Combine(folder, MarkerName);
        return File.Exists(marker) ? File.ReadAllText(marker) : null;
    }

    private static void Replace(string folder, string temporary)
    {
        var old = $"{folder}{AtomicFile.TemporarySuffix}-old-{Environment.ProcessId}";
        if (Directory.Exists(folder))
            Directory.Move(folder, old);
        Directory.Move(temporary, folder);
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }

    /// <summary>Deletes what writers that were killed left beside the folder.</summary>
    private static void RemoveAbandoned(string folder)
    {
        var parent = Path.GetDirectoryName(folder)!;
        Directory.CreateDirectory(parent);
        foreach (var left in Directory.EnumerateDirectories(parent, $"{Path.GetFileName(folder)}{AtomicFile.TemporarySuffix}-*"))
        {
            if (!int.TryParse(left.AsSpan(left.LastIndexOf('-') + 1), out var process) || !IsAlive(process))
                Directory.Delete(left, recursive: true);
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
