using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.Ich.Kaggle;

/// <summary>Options of <c>ich.submission</c>.</summary>
/// <example>{ use: ich.submission, sample: /data/rsna/stage_2_sample_submission.csv }</example>
public sealed record SubmissionOptions
{
    /// <summary>The challenge's sample file: lines of <c>ID_slice_subtype,Label</c>, six for each slice. Its identities and their order are those of the submission.</summary>
    [MinLength(1)]
    public required string Sample { get; init; }

    /// <summary>Probabilities are written between this and one minus this. Default: 1e-15, as the challenge's metric clips them.</summary>
    [Range(1e-15, 0.49)]
    public double Clip { get; init; } = 1e-15;
}
