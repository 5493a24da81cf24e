using System.ComponentModel.DataAnnotations;
using Framework.Components.Reports;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Options of <c>deepspine.report-labels</c>.</summary>
public sealed record ReportLabelsOptions
{
    /// <summary>The column of the report's text.</summary>
    [MinLength(1)]
    public string Text { get; init; } = "report";

    /// <summary>Columns that are copied to the result, such as the examination's identity.</summary>
    public IReadOnlyList<string> Keep { get; init; } = ["study"];

    /// <summary>The grade of a pair of words: "mild to moderate" is moderate (<c>up</c>) or mild (<c>down</c>).</summary>
    public Compound Compound { get; init; } = Compound.Up;

    /// <summary>What a doubtful statement counts as.</summary>
    public Doubt Doubtful { get; init; } = Doubt.Missing;

    /// <summary>What a condition is at a disc where the report does not mention it.</summary>
    public Undecided Unmentioned { get; init; } = Undecided.Missing;

    /// <summary>The grade of a narrowing that is named without one; nothing for no label.</summary>
    [Range(1, 3)]
    public int? Ungraded { get; init; }

    /// <summary>How many labels the sample holds that a person is to check; 0 for none.</summary>
    [Range(0, 100_000)]
    public int Sample { get; init; } = 200;

    /// <summary>From what the sample is drawn.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Headings that divide a report, in lower case.</summary>
    public IReadOnlyList<string> Headings { get; init; } =
        ["history", "indication", "clinical history", "clinical information", "reason for exam", "technique", "comparison", "contrast", "findings", "impression", "conclusion", "opinion"];

    /// <summary>Sections that are read; where a report has none of them all of it is, but for those of <see cref="Skip"/>.</summary>
    public IReadOnlyList<string> Read { get; init; } = ["findings", "impression", "conclusion", "opinion"];

    /// <summary>Sections that are never read: what was asked is no finding.</summary>
    public IReadOnlyList<string> Skip { get; init; } = ["history", "indication", "clinical history", "clinical information", "reason for exam", "technique", "comparison", "contrast"];

    /// <summary>Words for grades, parts and conditions.</summary>
    public Vocabulary Words { get; init; } = new();

    /// <summary>Words that deny or doubt.</summary>
    public AssertionOptions Assertions { get; init; } = new();
}
