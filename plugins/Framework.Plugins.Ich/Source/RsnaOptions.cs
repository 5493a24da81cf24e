using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.Ich.Source;

/// <summary>Options of <c>ich.rsna</c>.</summary>
/// <example>{ use: ich.rsna, root: /data/rsna }</example>
public sealed record RsnaOptions
{
    /// <summary>The folder of the unpacked Kaggle archive.</summary>
    [MinLength(1)]
    public required string Root { get; init; }

    /// <summary>The folder of slices (ID_*.dcm) below the root.</summary>
    [MinLength(1)]
    public string Images { get; init; } = "stage_2_train";

    /// <summary>The label table below the root: lines of <c>ID_slice_subtype,Label</c>.</summary>
    [MinLength(1)]
    public string Labels { get; init; } = "stage_2_train.csv";
}
