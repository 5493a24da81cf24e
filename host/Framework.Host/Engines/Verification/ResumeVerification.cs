using Framework.Host.Engines.Stages;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Verification;

/// <summary>Trains the stretch between each unit's last two checkpoints once more, and compares every bit.</summary>
internal sealed class ResumeVerification(RunWork work, IRunScreen screen)
{
    /// <summary>Replays all units and says what came out.</summary>
    /// <exception cref="TrainingException">A unit came out otherwise; the first one is named, with the first tensor.</exception>
    public void Check(CancellationToken cancellation)
    {
        var faults = new List<string>();
        foreach (var variant in work.Variants)
        {
            var recipes = new UnitRecipes(variant, new FinishedStages(work.Folder, variant), work.Settings);
            foreach (var unit in work.Folder.Units.Where(unit => unit.Unit.Id.Variant == variant.Experiment.Variant))
            {
                cancellation.ThrowIfCancellationRequested();
                if (File.Exists(Path.Combine(unit.Path, CheckpointFiles.Last)))
                    Check(unit, recipes, faults, cancellation);
                else
                    screen.Line($"{unit.Unit.Name}: keeps no checkpoint; there is nothing to replay");
            }
        }

        if (faults.Count > 0)
            throw new TrainingException(string.Join('\n', faults));
    }

    private void Check(UnitFolder unit, UnitRecipes recipes, List<string> faults, CancellationToken cancellation)
    {
        using var store = new ReplayStore(unit.Path);
        var what = $"{unit.Unit.Name}: replayed steps {store.From}..{store.To}";
        screen.Track($"{unit.Unit.Name}, again from step {store.From}", progress =>
        {
            Replay(unit, recipes, store, progress, cancellation);
            return true;
        });
        if (store is { IsThere: true, Difference: null })
            screen.Line($"{what}: identical, SHA-256 {store.Digest[..16]}");
        else
            faults.Add($"{what}: {(store.IsThere ? $"{store.Difference} is another one" : "the checkpoint's place was not reached")}. {Advice()}");
    }

    private static void Replay(UnitFolder unit, UnitRecipes recipes, ReplayStore store, IProgress<Advance> progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        store.Reached = stop.Cancel;
        var log = new ReplayLog(store.IsWithinEpoch ? store.To : null, stop.Cancel, moment => progress.Report(UnitRunner.Show(moment)));
        try
        {
            var made = recipes.Make(unit.Unit.Id, store, log, cancellation);
            made.Trainer.Fit(made.Context, stop.Token).Dispose();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The replay is where it was to go.
        }
    }

    private string Advice() => work.Folder.Provenance?.Starts is [.., var start]
        ? $"Sums depend on device and threads: the run was last started on {string.Join(" and ", RunDevices.Of(work.Folder))} with --threads {start.Threads}. With the same, and 'deterministic: true' on a GPU, this is a fault: do not trust a resumed run."
        : "Do not trust a resumed run.";
}
