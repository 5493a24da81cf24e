using System.ComponentModel.DataAnnotations;
using Framework.Components.Reports;

namespace Framework.Plugins.Sih.Reports;

/// <summary>Options of <c>sih.screen-reports</c>.</summary>
public sealed record ScreenReportsOptions
{
    /// <summary>The column of the report's text.</summary>
    [MinLength(1)]
    public string Text { get; init; } = "report";

    /// <summary>Columns that are copied to the result, such as the examination's identity.</summary>
    public IReadOnlyList<string> Keep { get; init; } = ["examination"];

    /// <summary>Headings that divide a report, in lower case.</summary>
    public IReadOnlyList<string> Headings { get; init; } =
        ["history", "indication", "clinical history", "clinical information", "technique", "comparison", "contrast", "findings", "impression", "conclusion", "opinion"];

    /// <summary>Sections that are read; where a report has none of them all of it is, but for those of <see cref="Skip"/>.</summary>
    public IReadOnlyList<string> Read { get; init; } = ["findings", "impression", "conclusion", "opinion"];

    /// <summary>Sections that are never read: what was asked is no finding.</summary>
    public IReadOnlyList<string> Skip { get; init; } = ["history", "indication", "clinical history", "clinical information", "technique", "comparison", "contrast"];

    /// <summary>What makes a head abnormal: a report that asserts or doubts one of these is not likely normal. <c>*</c> stands for any end of a word.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Abnormal { get; init; } =
    [
        "pachymeningeal *", "dural enhanc*", "dural thick*", "meningeal enhanc*", "subdural *", "hygroma*", "venous distention", "venous engorgement", "distended sinus*", "engorge*", "sagging",
        "brain sag", "tonsillar descent", "tonsillar ectopia", "low lying tonsil*", "effacement", "effaced", "hypotension", "mass", "masses", "tumor*", "metasta*", "lesion*", "hemorrhage*", "haemorrhage*", "hematoma*",
        "infarct*", "ischemi*", "edema", "hydrocephalus", "aneurysm*", "abscess*", "demyelinat*", "thrombosis", "abnormal enhanc*", "midline shift", "herniation", "craniotomy", "malformation*", "cyst*",
    ];

    /// <summary>What a normal report says: at least one of these must stand in it.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Normal { get; init; } =
    [
        "unremarkable", "normal mri", "normal mr", "normal brain", "normal examination", "normal study", "within normal limits", "no acute intracranial abnormality", "no intracranial abnormality",
        "no acute abnormality", "no abnormality", "no significant abnormality", "no abnormal enhancement", "normal contrast enhanced *", "normal appearance",
    ];

    /// <summary>
    /// What likely normal reports get as their <c>group</c> although nobody has reviewed them. Default: nothing, so that no network is trained on what a
    /// filter guessed.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>Words that deny or doubt.</summary>
    public AssertionOptions Assertions { get; init; } = new();
}
