using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>Options of <c>sequence</c>.</summary>
/// <example>{ use: sequence, encoder: { use: resnext, depth: 50 }, cell: gru, layers: 2 }</example>
public sealed record SequenceOptions
{
    /// <summary>
    /// The network that turns each slice into a feature vector: resnet, resnext or densenet. Left out where the data are feature vectors already.
    /// </summary>
    public IModelFactory? Encoder { get; init; }

    /// <summary>The kind of the recurrent network.</summary>
    public RecurrentCell Cell { get; init; } = RecurrentCell.Lstm;

    /// <summary>Layers of the recurrent network; each reads both directions of the one before it.</summary>
    [Range(1, 16)]
    public int Layers { get; init; } = 1;

    /// <summary>Length of the state in each direction.</summary>
    [Range(1, 65536)]
    public int Hidden { get; init; } = 256;

    /// <summary>The share of values set to 0 between recurrent layers and before the last layer, in training only.</summary>
    [Range(0, 0.99)]
    public double Dropout { get; init; }

    /// <summary>
    /// Encode at most this many slices at a time, to bound memory in prediction. In training all activations stay until the backward pass, and
    /// batch normalisation sees one chunk at a time. Without it all slices of a batch go at once.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int? Chunk { get; init; }
}
