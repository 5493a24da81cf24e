using System.Globalization;
using Framework.Host.Planning;
using Framework.Host.Privacy;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>The folder of all runs, <c>runs/</c>: an experiment's runs lie in a folder of its name.</summary>
/// <param name="root">As the user typed it.</param>
/// <param name="time">Names new runs.</param>
internal sealed class RunStore(string root, TimeProvider time)
{
    private const string TimeForm = "yyyyMMdd-HHmmss";
    private readonly string _own = Path.Combine(root, ".store");

    /// <summary>The folder, as the user typed it.</summary>
    public string Root => root;

    /// <summary>Makes the folder where it is not there.</summary>
    /// <exception cref="ExperimentException">Nothing can be written there.</exception>
    public RunStore MakeWritable()
    {
        WritableFolder.Make("--runs", root, root);
        return this;
    }

    /// <summary>Removes what processes left in the store itself that were killed: none of a run, and no samples, whose folder looks after itself.</summary>
    public void RemoveLeftovers()
    {
        Leftovers.RemoveAbandoned(root, recursive: false);
        Leftovers.RemoveAbandoned(_own, recursive: false);
        if (Directory.Exists(_own))
            foreach (var folder in Directory.EnumerateDirectories(_own).Where(folder => folder != SamplesFolder))
                Leftovers.RemoveAbandoned(folder, recursive: true);
    }

    /// <summary>Bytes that can still be written here.</summary>
    public long FreeBytes() => new DriveInfo(Directory.CreateDirectory(root).FullName).AvailableFreeSpace;

    /// <summary>The folder that a data source may keep its index in.</summary>
    public string CacheFolder(string source)
    {
        OwnerFile.Folder(_own);
        return Directory.CreateDirectory(Path.Combine(_own, "cache", source)).FullName;
    }

    /// <summary>Where prepared samples are kept unless somebody says otherwise.</summary>
    public string SamplesFolder => Path.Combine(_own, "samples");

    /// <summary>Every opening of an external set by runs of this store, one a line.</summary>
    public string OpeningsFile => Path.Combine(_own, "external.jsonl");

    /// <summary>The store's pseudonyms; their key lies here and in no run folder.</summary>
    public Pseudonyms Pseudonyms()
    {
        OwnerFile.Folder(_own);
        return new Pseudonyms(PseudonymKey.In(Path.Combine(_own, "pseudonym-key")));
    }

    /// <summary>Where the store keeps who is who among the cases of a data source.</summary>
    public IdentityMap IdentityMap(string source) => new(Path.Combine(_own, "identities"), source);

    /// <summary>The newest run of that plan; null where there is none.</summary>
    /// <exception cref="ExperimentException">A newer version of the framework has run the experiment since.</exception>
    public RunFolder? Newest(Plan plan) => OfHash(plan.Experiment, plan.Hash).FirstOrDefault(folder => folder.Plan.Matches(plan));

    /// <summary>The newest run of an experiment, on whatever data and components; null where there is none.</summary>
    public RunFolder? NewestOf(string experiment, string hash) => OfHash(experiment, hash).FirstOrDefault();

    /// <summary>Keeps other processes from making a run of the experiment until it is disposed of.</summary>
    public RunLock HoldNames(string experiment) => RunLock.Wait(Path.Combine(_own, "locks", experiment), "the runs of this experiment", CancellationToken.None);

    /// <summary>The folder of batches: for each one what it did, and what its processes said.</summary>
    public string BatchesFolder => Path.Combine(root, ".batches");

    /// <summary>Removes folders of runs of the experiment that were being made by a process that was killed; who calls holds the names.</summary>
    public void RemoveUnnamed(string experiment) => Leftovers.RemoveUnnamed(Path.Combine(root, experiment));

    /// <summary>Makes a folder for a new run. Its name comes after those of the runs before, whatever became of the clock.</summary>
    public RunFolder Create(Plan plan, string experiment)
    {
        Directory.CreateDirectory(Path.Combine(root, plan.Experiment));
        for (var moment = After(Paths(plan.Experiment).FirstOrDefault(), time.GetUtcNow()); ; moment = moment.AddSeconds(1))
        {
            var path = Path.Combine(root, plan.Experiment, moment.ToString(TimeForm, CultureInfo.InvariantCulture) + Suffix(plan.Hash));
            if (RunFolder.TryCreate(path, plan, experiment))
                return RunFolder.TryOpen(path)!;
        }
    }

    /// <summary>Every run of an experiment, newest first.</summary>
    public IEnumerable<RunFolder> RunsOf(string experiment) => Paths(experiment).Select(OpenIfKnown).OfType<RunFolder>();

    /// <summary>Every run of every experiment that can be read, newest first.</summary>
    public IEnumerable<RunFolder> Runs() => AllPaths().Select(OpenIfKnown).OfType<RunFolder>();

    /// <summary>A finished unit of that key in another run, newest first; null where there is none.</summary>
    public (RunFolder Run, UnitFolder Unit)? FindFinished(string key, RunFolder? except = null)
    {
        var found =
            from run in Runs()
            where run.Path != except?.Path
            from unit in run.Units
            where unit.Unit.Key == key && unit.IsFinished
            select ((RunFolder, UnitFolder)?)(run, unit);
        return found.FirstOrDefault();
    }

    /// <summary>The run that a user means.</summary>
    /// <param name="run">A run folder's path, its path within the store, an experiment's name for its newest run, or <c>latest</c>.</param>
    /// <exception cref="ExperimentException">There is none.</exception>
    public RunFolder Find(string run)
    {
        var paths = run == "latest" ? AllPaths() : Paths(run).Prepend(Path.Combine(root, run)).Prepend(run);
        var found = paths.Select(RunFolder.TryOpen).FirstOrDefault(folder => folder is not null);
        return found ?? throw new ExperimentException(run == "latest"
            ? $"there is no run in '{root}' yet. `framework run FILE` makes one; --runs names another folder of runs."
            : $"there is no run '{run}'. Give a run folder, an experiment's name for its newest run in '{root}', or 'latest'.");
    }

    private static DateTimeOffset After(string? newest, DateTimeOffset now)
    {
        var name = Path.GetFileName(newest) ?? "";
        return name.Length >= TimeForm.Length
            && DateTimeOffset.TryParseExact(name[..TimeForm.Length], TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var before) && before >= now
                ? before.AddSeconds(1)
                : now;
    }

    private static string Suffix(string hash) => $"-{hash[..8]}";

    private IEnumerable<RunFolder> OfHash(string experiment, string hash) =>
        Paths(experiment).Where(path => path.EndsWith(Suffix(hash), StringComparison.Ordinal)).Select(RunFolder.TryOpen).OfType<RunFolder>();

    /// <summary>Every run of every experiment, newest first.</summary>
    private IEnumerable<string> AllPaths() =>
        Experiments().SelectMany(Paths).OrderByDescending(Path.GetFileName, StringComparer.Ordinal);

    private IEnumerable<string> Experiments() =>
        Folders(root).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.'));

    private IEnumerable<string> Paths(string experiment) =>
        Folders(Path.Combine(root, experiment)).Where(path => !path.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal)).OrderByDescending(Path.GetFileName, StringComparer.Ordinal);

    private static IEnumerable<string> Folders(string path) => Directory.Exists(path) ? Directory.EnumerateDirectories(path) : [];

    private static RunFolder? OpenIfKnown(string path)
    {
        try
        {
            return RunFolder.TryOpen(path);
        }
        catch (ExperimentException)
        {
            return null; // of a newer version: nothing of it can be reused, and nobody asked for it by name
        }
    }
}
