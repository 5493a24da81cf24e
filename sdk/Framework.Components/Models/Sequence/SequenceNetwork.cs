using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace Framework.Components.Models;

/// <summary>Series of slices to logits for each slice.</summary>
/// <remarks>Parameters: <c>encoder.*</c> under the encoder's own names, <c>lstm.*</c> or <c>gru.*</c> under PyTorch's, <c>classifier</c>.</remarks>
internal sealed class SequenceNetwork : nn.Module<Batch, ModelOutput>
{
    private readonly LSTM? lstm;
    private readonly GRU? gru;
    private readonly Dropout? dropout;
    private readonly Linear classifier;
    private readonly InstanceEncoder _slices;

    public SequenceNetwork(InstanceEncoder slices, SequenceOptions options, int outputs) : base(nameof(SequenceNetwork))
    {
        _slices = slices;
        var between = options.Layers > 1 ? options.Dropout : 0;
        if (options.Cell == RecurrentCell.Lstm)
            lstm = nn.LSTM(slices.Features, options.Hidden, options.Layers, batchFirst: true, dropout: between, bidirectional: true);
        else
            gru = nn.GRU(slices.Features, options.Hidden, options.Layers, batchFirst: true, dropout: between, bidirectional: true);
        dropout = options.Dropout > 0 ? nn.Dropout(options.Dropout) : null;
        classifier = nn.Linear(2 * options.Hidden, outputs);
        if (slices.Module is { } encoder)
            register_module("encoder", encoder);
        RegisterComponents();
    }

    public override ModelOutput forward(Batch batch)
    {
        using var scope = NewDisposeScope();
        var mask = InstanceEncoder.Mask(batch);
        var states = Recur(_slices.Encode(batch, mask), batch.Instances);
        var logits = classifier.call(dropout?.call(states) ?? states);
        return new ModelOutput(logits.MoveToOuterDisposeScope());
    }

    /// <summary>Both directions' states at every slice.</summary>
    /// <param name="features">(case, slice, feature).</param>
    /// <param name="counts">How many slices of each case are real; null where all are.</param>
    /// <returns>(case, slice, 2 x hidden), 0 for padding.</returns>
    /// <remarks>In 32 bits within any autocast: a state is read again at every slice, and its rounding would add up.</remarks>
    internal Tensor Recur(Tensor features, Tensor? counts)
    {
        using var full = Autocast.Pause(features.device.type);
        using var scope = NewDisposeScope();
        if (counts is null)
            return Run(features).MoveToOuterDisposeScope();
        // Nothing can be packed of length 0: such a series is one slice of zeros, whose state nobody asks for.
        using var packed = pack_padded_sequence(features, counts.cpu().clamp_min(1), batch_first: true, enforce_sorted: false);
        using var states = Run(packed);
        return pad_packed_sequence(states, batch_first: true, total_length: features.shape[1]).Item1.MoveToOuterDisposeScope();
    }

    private Tensor Run(Tensor features) => lstm is not null ? lstm.call(features).Item1 : gru!.call(features).Item1;

    private PackedSequence Run(PackedSequence features) => lstm is not null ? lstm.call(features).Item1 : gru!.call(features).Item1;
}
