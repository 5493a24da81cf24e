using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>The words by which reports name what the extractor looks for; <c>*</c> stands for any end of a word.</summary>
public sealed record Vocabulary
{
    /// <summary>Grade 1.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Mild { get; init; } = ["mild", "mildly", "minimal", "minimally", "slight", "slightly", "trace", "minor", "borderline"];

    /// <summary>Grade 2.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Moderate { get; init; } = ["moderate", "moderately"];

    /// <summary>Grade 3.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Severe { get; init; } = ["severe", "severely", "marked", "markedly", "advanced", "high grade", "critical", "critically", "profound"];

    /// <summary>Grade 0, where a side or a condition is said to have none.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Nothing { get; init; } =
        ["no", "not", "none", "without", "absent", "neither", "nor", "no significant", "no evidence of", "no appreciable", "no substantial", "without significant", "without evidence of", "negative for"];

    /// <summary>The spinal canal.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Canal { get; init; } =
        ["spinal canal", "central canal", "canal", "central spinal canal", "central spinal", "central", "spinal", "thecal sac", "vertebral canal"];

    /// <summary>A neural foramen.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Foramen { get; init; } =
        ["neural foramen", "neural foramina", "neural foraminal", "neuroforaminal", "neuroforamina", "neuroforamen", "foramen", "foramina", "foraminal", "neuroforamin*"];

    /// <summary>Parts that are narrowed too but are none of the conditions.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = ["lateral recess*", "subarticular*", "subarticular zone*", "recess", "recesses", "disc space", "disc height", "joint space", "extraforaminal"];

    /// <summary>Narrowing.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Narrowing { get; init; } = ["stenosis", "stenoses", "stenotic", "stenosed", "narrowing", "narrowed", "narrows", "encroachment", "compromise", "compromised"];

    /// <summary>Words that say that a part is as it should be.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Open { get; init; } = ["patent", "widely patent", "normal", "unremarkable", "within normal limits", "adequate", "preserved", "maintained", "not narrowed", "not stenotic", "not stenosed", "no abnormality"];

    /// <summary>Phrases that, alone with a disc, say that nothing is wrong with it.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Normal { get; init; } =
    [
        "normal", "unremarkable", "within normal limits", "no abnormality", "no significant abnormality", "no significant abnormalities", "no significant degenerative change", "no significant degenerative changes",
        "no significant finding", "no significant findings", "no significant disease", "no degenerative change", "no degenerative changes", "negative", "no significant disc disease",
    ];

    /// <summary>A bulging disc.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Bulge { get; init; } = ["disc bulge*", "disk bulge*", "bulging disc*", "bulging disk*", "disc bulging", "bulge", "bulges", "bulging"];

    /// <summary>A disc osteophyte complex.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Complex { get; init; } =
        ["disc osteophyte complex*", "disk osteophyte complex*", "disc osteophyte", "disc/osteophyte complex*", "disc/osteophyte", "disc osteophyte ridge*", "osteophyte complex*", "discosteophyte complex*", "discoosteophytic *"];

    /// <summary>A facet joint.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Facet { get; init; } = ["facet", "facets", "facet joint", "facet joints", "zygapophyseal joint*", "apophyseal joint*"];

    /// <summary>Disease of a facet joint.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Arthropathy { get; init; } =
        ["arthropathy", "arthropathies", "arthrosis", "arthritis", "osteoarthritis", "osteoarthrosis", "hypertroph*", "degenerat*", "degenerative change*", "degenerative disease", "arthritic", "djd", "disease", "spondylosis"];

    /// <summary>The ligamentum flavum.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Flavum { get; init; } = ["ligamentum flavum", "ligamenta flava", "ligamentous", "flaval", "flavum", "yellow ligament*"];

    /// <summary>Its thickening.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Thickening { get; init; } = ["thick*", "hypertroph*", "buckl*", "infolding", "redundan*", "enlarge*"];

    /// <summary>Epidural lipomatosis.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Lipomatosis { get; init; } =
        ["epidural lipomatosis", "lipomatosis", "prominent epidural fat", "excess epidural fat", "excessive epidural fat", "increased epidural fat", "abundant epidural fat", "epidural fat is prominent", "epidural fat hypertrophy", "prominence of the epidural fat"];
}
