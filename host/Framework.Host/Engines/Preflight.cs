using Framework.Components.Reporting;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>
/// Tries everything that a run needs, short of training: data, split, a sample of each part, a batch through model and loss, disk space.
/// </summary>
internal sealed class Preflight(RunStore store, IRunScreen screen, string device)
{
    /// <summary>Collects every problem at once; writes the phantom if the experiment has one that is not there yet.</summary>
    /// <param name="experiment">The checked experiment.</param>
    /// <param name="cancellation">Stops the work.</param>
    public PreflightReport Check(Experiment experiment, CancellationToken cancellation)
    {
        var findings = new PreflightFindings();
        var place = findings.Try("--device", () => DeviceChoice.Resolve(device));
        var data = findings.Try("data", () => new DataPreparation(store, screen).Prepare(experiment, cancellation));
        if (data is null)
            return findings.Report;
        foreach (var part in Enum.GetValues<Part>().Select(part => PartSizes.Of(part, data)))
            findings.Fact(part.Part, Describe(part));
        var recipes = new UnitRecipes(experiment, data, new RunSettings { Device = place ?? torch.CPU, CommandLine = "" });
        torch.set_num_threads(Environment.ProcessorCount);
        foreach (var stage in experiment.Stages)
        {
            new SampleCheck(findings, data).Check(stage.Name, recipes.Pipeline(new UnitId(stage.Name, 0, 0, null)));
            cancellation.ThrowIfCancellationRequested();
            TryUnits(findings, recipes, stage, experiment.Controls);
        }

        return findings.Report;
    }

    private void TryUnits(PreflightFindings findings, UnitRecipes recipes, StageSection stage, IReadOnlyList<Bound<IControl>> controls)
    {
        var size = stage.Model is { } model ? new MeasuredModel(model.Instance) : null;
        foreach (var control in controls.Select(control => control.Name).Prepend(null))
        {
            var id = new UnitId(stage.Name, 0, 0, control);
            if (findings.Try(id.Name, () => recipes.Make(id, NoCheckpoints.Instance, NoLog.Instance)) is not { } unit)
                continue;
            var isStage = control is null;
            if (isStage || !ReferenceEquals(unit.Trainer, stage.Trainer.Instance))
                findings.Try(id.Name, () => Try(unit, isStage ? size : null));
        }

        if (size is { Bytes: > 0 })
            CheckDisk(findings, size.Bytes);
    }

    private static UnitWork Try(UnitWork unit, MeasuredModel? size)
    {
        unit.Trainer.Try(size is null ? unit.Context : unit.Context with { Model = size });
        return unit;
    }

    /// <summary>Weights and two moments, the best weights besides, and room for a new state beside the old one.</summary>
    private void CheckDisk(PreflightFindings findings, long modelBytes)
    {
        const int copies = 8;
        var needed = copies * modelBytes;
        var free = store.FreeBytes();
        findings.Fact("disk", $"checkpoints need about {needed / 1e6:N0} MB; {free / 1e6:N0} MB are free");
        if (free < needed)
            findings.Problem(new TrainingException(
                $"{store.Root}: checkpoints need about {needed:N0} bytes and {free:N0} are free. Free some space, or name another folder with --runs."));
    }

    private static string Describe(PartSummary part)
    {
        var positives = string.Join(", ", part.Positives.Select(pair => $"{pair.Label} {pair.Count}"));
        return $"{part.Cases} cases of {part.Subjects} subjects; positive: {positives}";
    }
}
