using System.Diagnostics;
using System.Globalization;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>The synthetic cohort of an experiment: written once, whole or not at all, and again when what was asked for changes.</summary>
/// <param name="section">What is asked for.</param>
/// <param name="screen">Shows the writing.</param>
/// <param name="option">Where the folder is named.</param>
internal sealed class PhantomCohort(PhantomSection section, IRunScreen screen, string option = "phantom.out")
{
    /// <summary>Writes the cohort unless the folder holds exactly this one.</summary>
    /// <exception cref="ExperimentException">The folder holds something else, or cannot be written.</exception>
    public void Write(CancellationToken cancellation)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(section.Out));
        var request = Request();
        if (PhantomMarker.Read(folder)?.Request == request)
            return;
        // Of several processes that begin at once, one writes; the others would take the folder from under its feet.
        using var alone = RunLock.Wait(LockOf(folder), "this phantom", cancellation);
        if (PhantomMarker.Read(folder)?.Request == request)
            return;
        RefuseOthersWork(folder);
        if (File.Exists(folder))
            throw WritableFolder.Unwritable(option, section.Out, "it is a file");
        WritableFolder.Make(option, section.Out, Path.GetDirectoryName(folder)!);
        RemoveAbandoned(folder);
        if (PhantomMarker.Read(folder) is not null)
            screen.Line($"replacing the phantom in {section.Out}");
        var temporary = $"{folder}{AtomicFile.TemporarySuffix}-{Environment.ProcessId}";
        screen.Track($"writing the phantom '{section.Phantom.Name}' ({section.Cases} cases) to {section.Out}", _ =>
        {
            var cohort = new PhantomRequest { Folder = temporary, Cases = section.Cases, Seed = section.Seed };
            section.Phantom.Instance.Write(cohort, cancellation);
            return true;
        });
        cancellation.ThrowIfCancellationRequested();
        PhantomMarker.Write(temporary, request);
        if (PhantomMarker.Read(folder)?.Request == request)
            Directory.Delete(temporary, recursive: true); // another process wrote the same meanwhile, and may be reading it
        else
            Replace(folder, temporary);
    }

    private static string LockOf(string folder)
    {
        using var key = new UnitKey();
        return Path.Combine(Path.GetTempPath(), $"framework-{Environment.UserName}", key.Add("phantom", folder).ToString()[..16]);
    }

    private void RefuseOthersWork(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        if (PhantomMarker.Read(folder) is not { } marker)
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                throw new ExperimentException($"{section.Out}: the folder is not empty and holds no phantom, so nothing is written into it. "
                    + $"Give '{option}' another folder.");
        }
        else if (marker.Foreign(folder) is { } name)
        {
            throw new ExperimentException($"{section.Out}: holds '{name}', which is no part of a phantom. Name another folder, or remove it.");
        }
    }

    /// <summary>Everything that determines the cohort's bytes.</summary>
    private string Request()
    {
        var build = ComponentBuild.Of(section.Phantom.Instance.GetType());
        using var key = new UnitKey();
        return key.Add("options", section.Phantom.Canonical).Add(build.Assembly, build.Build)
            .Add("cohort", string.Create(CultureInfo.InvariantCulture, $"{section.Cases} {section.Seed}")).ToString();
    }

    private void Replace(string folder, string temporary)
    {
        RefuseOthersWork(folder); // writing may have taken minutes
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
