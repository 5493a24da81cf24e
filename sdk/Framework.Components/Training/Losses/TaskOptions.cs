using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Losses;

/// <summary>One task of <c>multi-task</c>: a head of the model, the labels that it answers, and the loss between the two.</summary>
public sealed record TaskOptions
{
    /// <summary>The model's head, as its <c>heads</c> name it.</summary>
    [MinLength(1)]
    public required string Head { get; init; }

    /// <summary>The question that the head answers: a group of labels, with an output for each class. Default: the group that is called as the head.</summary>
    public string? Group { get; init; }

    /// <summary>The labels that the head answers, with an output for each, instead of a group. Default: the label that is called as the head.</summary>
    [MinLength(1)]
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>
    /// Whether the head segments: it has an output for each class of the trainer's <c>masks</c> and each voxel, and answers no label. Cases without a mask do not count where
    /// <c>masks.optional</c> is set. Default: false.
    /// </summary>
    public bool Masks { get; init; }

    /// <summary>What is minimised.</summary>
    public required ILossFactory Loss { get; init; }

    /// <summary>What the loss is multiplied with in the sum, above 0. Default: 1.</summary>
    [Range(1e-12, 1e12)]
    public double Weight { get; init; } = 1;
}
