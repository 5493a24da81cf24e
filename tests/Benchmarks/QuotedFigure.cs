namespace Framework.Benchmarks;

/// <summary>A figure of a peer that is not measured here, with where it comes from.</summary>
/// <param name="Benchmark">Ours that it stands beside.</param>
/// <param name="Text">Markdown.</param>
internal sealed record QuotedFigure(string Benchmark, string Text)
{
    public static IReadOnlyList<QuotedFigure> All { get; } =
    [
        new("nifti-read", "MONAI `LoadImage` 2.032 s and SimpleITK 0.114 s for a `.nii.gz`: means over a loop as a user reported them in "
            + "[MONAI issue 8107](https://github.com/Project-MONAI/MONAI/issues/8107) (2024-09-24), on a file and a machine of theirs that the report does not describe. "
            + "They show the order of magnitude, and no ratio to ours follows from them."),
        new("transform-chain.fistula", "MONAI 1.1 3.3 s for the same six augmentations of a volume of this size on two cores: a requirement's figure, taken once on a machine like this one with "
            + "MONAI's own transforms. MONAI is not installed here, so it is not measured again; the peer in the table is the same chain in plain numpy and PyTorch."),
    ];
}
