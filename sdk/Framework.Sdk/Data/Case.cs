namespace Framework.Sdk;

/// <summary>The smallest thing with an identity and labels: a slice, a scan, a disc level. No pixels.</summary>
public sealed record Case
{
    private readonly ulong? _randomKey;

    /// <summary>Identity, unique within the data source and stable between runs.</summary>
    public required string Id { get; init; }

    /// <summary>What random draws for this case derive from: follows from the identity, and stays when a pseudonym takes its place.</summary>
    public ulong RandomKey
    {
        get => _randomKey ?? RandomStream.KeyOf(Id);
        init => _randomKey = value;
    }

    /// <summary>The patient. A case belongs to exactly one subject; splits are made of subjects.</summary>
    public required string Subject { get; init; }

    /// <summary>The centre or scanner group the case comes from; empty where the source knows none.</summary>
    public string Site { get; init; } = "";

    /// <summary>The study the case belongs to; empty where the source knows none.</summary>
    public string Study { get; init; } = "";

    /// <summary>The series the case belongs to; empty where the source knows none.</summary>
    public string Series { get; init; } = "";

    /// <summary>The accession number of the examination; empty where the source knows none.</summary>
    public string Accession { get; init; } = "";

    /// <summary>The SOP Instance UID of the image, where a case is one; empty where the source knows none.</summary>
    public string Instance { get; init; } = "";

    /// <summary>
    /// Where a case that is a slice lies along the normal of its series, in millimetres from wherever the series is measured; NaN where the source does not
    /// say. Slices of one series are ordered by it, never by name or number.
    /// </summary>
    public double Position { get; init; } = double.NaN;

    /// <summary>
    /// The cases that this one is joined from, such as the slices of a series, in their order; empty for a case by itself. A pipeline loads the parts and
    /// puts their images one behind the other: see <see cref="SamplePipeline"/>.
    /// </summary>
    public IReadOnlyList<Case> Parts { get; init; } = [];

    /// <summary>The cases with labels of their own: the parts, or the case itself where it has none.</summary>
    public IReadOnlyList<Case> Members => Parts.Count > 0 ? Parts : [this];

    /// <summary>Where the source finds it, in the source's own terms. Never written into logs, predictions or reports.</summary>
    public string Locator { get; init; } = "";

    /// <summary>One value for each of <see cref="DataIndex.Labels"/>, in that order; NaN where the label is missing.</summary>
    public required IReadOnlyList<double> Labels { get; init; }

    /// <summary>
    /// A hash of whatever else the source knows of the case before a pixel is read and that decides what is loaded or fitted: the series that was chosen, its
    /// geometry and acquisition, further columns of a table. 0 where it knows nothing else. Units are keyed by it: none is reused after it has changed.
    /// </summary>
    public ulong FactsHash { get; init; }

    /// <summary>Facts of the acquisition (scanner, kernel, slice thickness...), for shortcut probes and subgroups.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
