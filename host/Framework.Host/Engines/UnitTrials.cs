using Framework.Sdk;
using Framework.Torch;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>Tries units without training them, and notes what time and memory they would take.</summary>
internal sealed class UnitTrials
{
    // Pages of libraries that training touches, compiled code, and the garbage that the runtime lets lie until it collects; measured in docs/decisions.md.
    private const long UsualGrowth = 190_000_000;

    // A worker begins like this process did before its first trial, and grows by what it does itself.
    private readonly long _begun;
    private long _grown;

    /// <summary>Looks at this process, with libtorch in it.</summary>
    public UnitTrials()
    {
        _ = torch.get_num_threads();
        _begun = ProcessMemory.Now() ?? 0;
    }

    /// <summary>Sends a few cases through the unit's network and back.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="size">Notes how large its network is; null where it has none of its own.</param>
    /// <param name="trains">Whether the unit trains the stage's network.</param>
    /// <exception cref="FrameworkException">Its parts do not fit together.</exception>
    public Trial Of(UnitWork unit, MeasuredModel? size, bool trains)
    {
        var before = ProcessMemory.Now() ?? 0;
        using var meter = Engine.IsAvailable ? TensorMeter.Begin() : null;
        unit.Trainer.Try(size is null ? unit.Context : unit.Context with { Model = size });
        var time = unit.Context.Fitting ? unit.Trainer.Estimate(unit.Context) : null;
        var fitting = unit.Trainer.FittingMemory(unit.Context);
        // Memory of tensors that have gone is kept for the next ones; the rest any worker grows by as well.
        _grown += Math.Max(0, (ProcessMemory.Now() ?? 0) - before - (meter?.Peak ?? 0));
        return new Trial(size?.Bytes ?? 0, trains, time?.TotalSeconds) { Process = _begun + (trains ? Math.Max(_grown, UsualGrowth) : _grown), Fitting = fitting };
    }
}
