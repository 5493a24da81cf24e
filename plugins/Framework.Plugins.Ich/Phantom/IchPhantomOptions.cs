using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>Options of the phantom <c>ich</c>.</summary>
public sealed record IchPhantomOptions
{
    /// <summary>Rows and columns of a slice; a field of view of 240 mm in all. RSNA slices have 512.</summary>
    [Range(32, 1024)]
    public int MatrixSize { get; init; } = 512;

    /// <summary>Millimetres between slices. A head is about 110 mm high, so 5 mm gives some 21 slices a subject.</summary>
    [Range(1.0, 40.0)]
    public double SliceSpacing { get; init; } = 5;

    /// <summary>
    /// Share of slices on which each sub-type can be seen: epidural, intraparenchymal, intraventricular, subarachnoid, subdural; one not
    /// named does not occur. Default: the shares of the RSNA 2019 training set. At most 0.25 each: a bleed takes up part of a head.
    /// </summary>
    public IReadOnlyDictionary<string, double> Prevalence { get; init; } = RsnaPrevalence;

    /// <summary>Standard deviation of the noise on the two scanners, in Hounsfield units.</summary>
    [Length(2, 2)]
    public IReadOnlyList<double> NoiseSd { get; init; } = [4.0, 6.0];

    /// <summary>
    /// Whether slices that show a bleed come from the second scanner and all others from the first: a planted shortcut, for the control
    /// <c>metadata-only</c> to find. Default: a scanner for each subject, whatever it has.
    /// </summary>
    public bool ScannerTellsLabel { get; init; }

    /// <summary>
    /// Share of slices that show something like a bleed which is none and which the slices above and below do not show: partial volume, streaks. A single slice cannot
    /// tell the two apart, neighbours can. Default: 0.
    /// </summary>
    [Range(0.0, 0.5)]
    public double Artefacts { get; init; }

    /// <summary>
    /// Slices of further subjects, written to <c>stage_2_test</c> beside a sample submission, as the challenge gives them out. Their labels go to
    /// <c>stage_2_test.csv</c>, which the challenge kept to itself. Default: 0.
    /// </summary>
    [Range(0, 1_000_000)]
    public int TestCases { get; init; }

    /// <summary>Where, below the labels' folder, the slices go, as in the Kaggle archive.</summary>
    public string Images { get; init; } = "stage_2_train";

    /// <summary>Positives among 752,803 slices of stage 2 (Flanders et al. 2020).</summary>
    private static Dictionary<string, double> RsnaPrevalence { get; } = new()
    {
        ["epidural"] = 0.0042,
        ["intraparenchymal"] = 0.0480,
        ["intraventricular"] = 0.0348,
        ["subarachnoid"] = 0.0474,
        ["subdural"] = 0.0627,
    };
}
