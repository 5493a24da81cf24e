namespace Framework.Components.Reports;

/// <summary>Words by which a sentence denies or doubts what it names; after NegEx (Chapman et al. 2001, J Biomed Inform 34:301-310).</summary>
public sealed record AssertionOptions
{
    /// <summary>Words before a term that deny it.</summary>
    public IReadOnlyList<string> NotBefore { get; init; } =
    [
        "no", "not", "without", "no evidence of", "no sign of", "no signs of", "negative for", "free of", "absence of", "absent", "denies", "rather than", "nor", "neither",
        "resolution of", "resolved", "rule out", "ruled out", "fails to reveal", "lack of", "devoid of",
    ];

    /// <summary>Words after a term that deny it.</summary>
    public IReadOnlyList<string> NotAfter { get; init; } =
        ["is absent", "are absent", "not seen", "not identified", "not present", "not evident", "not visualized", "is excluded", "are excluded", "is ruled out", "has resolved", "have resolved", "is unlikely", "none"];

    /// <summary>Words before a term that doubt it.</summary>
    public IReadOnlyList<string> MaybeBefore { get; init; } =
        ["possible", "possibly", "probable", "probably", "questionable", "suspected", "suspicious for", "may represent", "may be", "might be", "could represent", "concern for", "concerning for", "cannot exclude", "can not exclude", "suggestive of", "equivocal"];

    /// <summary>Words after a term that doubt it.</summary>
    public IReadOnlyList<string> MaybeAfter { get; init; } = ["cannot be excluded", "can not be excluded", "is possible", "is suspected", "is questioned", "not excluded", "is questionable"];

    /// <summary>Words that only look like a denial.</summary>
    public IReadOnlyList<string> NoDenial { get; init; } = ["no change", "no interval change", "no significant change", "no increase", "no further", "not only", "not certain", "no longer than", "without change", "not excluded", "cannot exclude", "can not exclude"];

    /// <summary>Words at which the reach of all others ends.</summary>
    public IReadOnlyList<string> Ends { get; init; } = ["but", "however", "although", "though", "except", "apart from", "aside from", "other than", "which", "there is", "there are", "nevertheless", "yet", "secondary to"];
}
