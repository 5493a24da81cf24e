using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>The disk that the units of a run fill with checkpoints and weights, controls among them; tables, maps and label maps come on top.</summary>
internal sealed class DiskNeed
{
    // Weights, two moments of each, and the best weights.
    private const int UsualCopies = 4;
    private const int Kept = 2;

    private long _bytes;
    private long _greatest;
    private int _units;

    /// <summary>Bytes in all. Each unit keeps its last two checkpoints, and one of them a third while it is written.</summary>
    public long Bytes => _bytes + _greatest;

    /// <summary>Counts a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="modelBytes">Bytes of its network's parameters and buffers.</param>
    /// <param name="folds">Divisions of the subjects, repeats among them.</param>
    /// <param name="fittedControls">Controls that train the network too.</param>
    public void Add(StageSection stage, long modelBytes, int folds, int fittedControls)
    {
        var checkpoint = CheckpointBytes(stage, modelBytes);
        var fitted = folds * (1 + (stage.CrossFit ?? 0)) * (1 + fittedControls);
        _bytes += (fitted * Kept * checkpoint) + (folds * modelBytes); // the weights by themselves are kept of units that predict other data
        _greatest = Math.Max(_greatest, checkpoint);
        _units += fitted;
    }

    /// <summary>Bytes of weights, gradients and the optimizer's state while a network trains.</summary>
    public static long TrainingBytes(StageSection stage, long modelBytes) => modelBytes + CheckpointBytes(stage, modelBytes);

    /// <summary>Says what is needed and what is free; too little is a problem.</summary>
    public void Tell(PreflightFindings findings, RunStore store)
    {
        if (_units == 0)
            return;
        var free = store.FreeBytes();
        findings.Fact("disk", $"checkpoints and weights of {Counted.Units(_units)} need about {Bytes / 1e6:N0} MB; {free / 1e6:N0} MB are free");
        if (free < Bytes)
            findings.Problem(new TrainingException(
                $"{store.Root}: checkpoints and weights need about {Bytes:N0} bytes and {free:N0} are free. Free some space, or name another folder with --runs."));
    }

    private static long CheckpointBytes(StageSection stage, long modelBytes) => stage.Trainer.Instance.CheckpointBytes(modelBytes) ?? UsualCopies * modelBytes;
}
