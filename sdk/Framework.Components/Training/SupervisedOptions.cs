using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training;

/// <summary>Options of <c>supervised</c>.</summary>
/// <example>{ use: supervised, epochs: 5, batch_size: 32, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 0.001 } }</example>
public sealed record SupervisedOptions
{
    /// <summary>Passes over the training part, at least 1.</summary>
    [Range(1, 1_000_000)]
    public required int Epochs { get; init; }

    /// <summary>Cases in a step, at least 1; the last step of an epoch has what is left.</summary>
    [Range(1, 65_536)]
    public required int BatchSize { get; init; }

    /// <summary>What is minimised.</summary>
    public required ILossFactory Loss { get; init; }

    /// <summary>How weights follow gradients, and the learning rate.</summary>
    public required IOptimizerFactory Optimizer { get; init; }

    /// <summary>The learning rate over time. Default: constant.</summary>
    public ISchedule? Schedule { get; init; }

    /// <summary>Which epoch's weights predict: best (lowest validation loss) or last. Default: best.</summary>
    public Selection Select { get; init; } = Selection.Best;

    /// <summary>What numbers the network computes with. Default: full; this version has no other.</summary>
    public Precision Precision { get; init; } = Precision.Full;

    /// <summary>How images lie in memory. Default: channels-last.</summary>
    public MemoryFormat MemoryFormat { get; init; } = MemoryFormat.ChannelsLast;

    /// <summary>Steps between checkpoints. Default: none is counted; there is one after each epoch, and one when the last is five minutes old.</summary>
    [Range(1, 1_000_000_000)]
    public int? CheckpointEvery { get; init; }
}
