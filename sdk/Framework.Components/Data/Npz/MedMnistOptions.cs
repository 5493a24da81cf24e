using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Npz;

/// <summary>Options of <c>medmnist</c>.</summary>
/// <example>{ use: medmnist, file: data/pneumoniamnist.npz, labels: [pneumonia] }</example>
public sealed record MedMnistOptions
{
    /// <summary>The <c>.npz</c> file.</summary>
    [MinLength(1)]
    public required string File { get; init; }

    /// <summary>The names of the labels: one for a label of 0 and 1, one for each class of a label that counts classes (which gives 1 for the
    /// class and 0 for the others), or one for each column of labels.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Labels { get; init; }
}
