using System.Globalization;
using Framework.Host.Engines;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Batches.Slurm;

/// <summary>
/// The units of one run as jobs of a cluster: arrays of those that are alike, each after the units that it reads, and at the end a job that evaluates
/// the run. Once submitted they need nobody: the run folder is the truth, and whoever comes back finds the jobs written down there.
/// </summary>
internal sealed class SlurmUnits(BatchExecution batch, RunFolder folder)
{
    private readonly List<SlurmJob> _jobs = [.. RunJson.TryRead(folder.JobsFile, RunJson.Form.ListSlurmJob) ?? []];

    /// <summary>The jobs, those of earlier calls among them.</summary>
    public IReadOnlyList<SlurmJob> Jobs => _jobs;

    /// <summary>Submits what is left and not in the queue already.</summary>
    /// <param name="prepared">What is left.</param>
    /// <returns>How many jobs were submitted.</returns>
    /// <exception cref="ExperimentException">Slurm refuses; what was submitted before stays.</exception>
    public async Task<int> Submit(PreparedRun prepared)
    {
        var states = await SlurmQueue.States();
        _jobs.RemoveAll(job => !states.IsAlive(job));
        var queued = _jobs.Count;
        var left = prepared.Units.ToHashSet();
        // Copies are taken where they are read, or at the end. What was still at work when this run was looked through may have come to its end since:
        // its job is gone then, and its predictions are there.
        var units = folder.Units.Where(unit => left.Contains(unit.Unit.Name) && unit.Unit.SameAs is null && JobOf(unit.Unit.Name) is null && !unit.IsFinished).Select(unit => unit.Unit);
        foreach (var alike in GroupAlike([.. units], prepared))
            await Submit(alike, prepared);
        if (_jobs.Count > queued || _jobs.All(job => job.Unit is not null))
            await SubmitEnd(prepared);
        return _jobs.Count - queued;
    }

    /// <summary>Units of one stage that wait for the same are one array; those whose needs are submitted later come later.</summary>
    private static IEnumerable<IReadOnlyList<PlannedUnit>> GroupAlike(IReadOnlyList<PlannedUnit> units, PreparedRun prepared) =>
        units.GroupBy(unit => (unit.Id.Stage, unit.Id.Variant, prepared.RanksOf(unit.Name), Needs: string.Join(' ', unit.Reads))).Select(group => group.ToList());

    private async Task Submit(IReadOnlyList<PlannedUnit> units, PreparedRun prepared)
    {
        var number = _jobs.Count + 1;
        var script = Path.Combine(folder.Path, "slurm", string.Create(CultureInfo.InvariantCulture, $"{number:000}-{units[0].Id.Stage}.sh"));
        var resources = prepared.Resources with { Ranks = prepared.RanksOf(units[0].Name) };
        SlurmScript.Write(script, [.. units.Select(unit => batch.Settings.On(resources).WordsOf("unit", folder.Path, unit.Name))], resources);
        string[] needs = [.. units[0].Reads.Select(Original).Distinct().Select(JobOf).OfType<SlurmJob>().Select(job => job.Id)];
        string[] further =
        [
            string.Create(CultureInfo.InvariantCulture, $"--array=0-{units.Count - 1}"),
            .. needs.Length > 0 ? [$"--dependency=afterok:{string.Join(':', needs)}", "--kill-on-invalid-dep=yes"] : Array.Empty<string>(),
        ];
        var name = units.Count == 1 ? units[0].Name : units[0].Id.Stage;
        var log = Path.Combine(folder.LogsFolder, string.Create(CultureInfo.InvariantCulture, $"{number:000}-{units[0].Id.Stage}.%a.log"));
        Directory.CreateDirectory(folder.LogsFolder);
        var id = await SlurmQueue.Submit(SlurmScript.Words(script, $"{folder.Plan.Experiment} {name}", log, resources, further));
        Keep(units.Select((unit, place) => new SlurmJob(string.Create(CultureInfo.InvariantCulture, $"{id}_{place}"), unit.Name)));
    }

    /// <summary>The evaluation comes after all units, whatever became of them, and says so where one is missing.</summary>
    private async Task SubmitEnd(PreparedRun prepared)
    {
        var old = _jobs.Where(job => job.Unit is null).ToList();
        await SlurmQueue.Cancel(old.Select(job => job.Id)); // it would come too early
        _jobs.RemoveAll(old.Contains);
        var script = Path.Combine(folder.Path, "slurm", "finish.sh");
        // Figures and tables need no GPU, and a job that asks for none could not make sense of --device cuda.
        var resources = prepared.Resources with { Gpus = prepared.EndsWithNetworks ? prepared.Resources.Gpus : 0, Ranks = 1 };
        var settings = batch.Settings.On(resources) with { Device = prepared.EndsWithNetworks ? batch.Settings.Device : DeviceChoice.Cpu };
        SlurmScript.Write(script, [[.. settings.WordsOf("finish", folder.Path), .. Partial()]], resources);
        string[] further = _jobs.Count > 0 ? [$"--dependency=afterany:{string.Join(':', _jobs.Select(job => job.Id))}"] : [];
        var id = await SlurmQueue.Submit(SlurmScript.Words(script, $"{folder.Plan.Experiment} finish", Path.Combine(folder.LogsFolder, "finish.log"), resources, further));
        Keep([new SlurmJob(id, null)]);
    }

    private IEnumerable<string> Partial()
    {
        if (batch.Settings.Cluster!.IsPartial)
            yield return "--partial";
    }

    private void Keep(IEnumerable<SlurmJob> jobs)
    {
        _jobs.AddRange(jobs);
        RunJson.Write(folder.JobsFile, _jobs, RunJson.Form.ListSlurmJob);
    }

    private SlurmJob? JobOf(string unit) => _jobs.FirstOrDefault(job => job.Unit == unit);

    private string Original(string unit) => folder.Units.Single(other => other.Unit.Name == unit).Unit.SameAs ?? unit;
}
