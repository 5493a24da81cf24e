using System.Globalization;

namespace Framework.Sdk;

/// <summary>The most memory that loading takes, known before the run: batches ahead and the cases in work.</summary>
/// <remarks>Kept from the first batch to the last, however many cases there are. What a reader needs while it decodes one file, and a cache while it writes one sample, comes on top.</remarks>
public sealed record LoaderMemory
{
    /// <summary>Batches in memory at one time: the one in use and those ahead of it.</summary>
    public required int Batches { get; init; }

    /// <summary>Bytes of one batch.</summary>
    public required long BatchBytes { get; init; }

    /// <summary>Cases in work at one time: one a loader thread.</summary>
    public required int Cases { get; init; }

    /// <summary>Bytes of the images of one case from the file to the end of the transforms, measured on the first case.</summary>
    public required long CaseBytes { get; init; }

    /// <summary>Bytes in all.</summary>
    public long Total => (Batches * BatchBytes) + (Cases * CaseBytes);

    /// <summary>For people: <c>3 batches of 19.3 MB and 2 cases in work of 4.2 MB: 66.3 MB</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Batches} {(Batches == 1 ? "batch" : "batches")} of {BatchBytes / 1e6:N1} MB and {Cases} {(Cases == 1 ? "case" : "cases")} in work of {CaseBytes / 1e6:N1} MB: {Total / 1e6:N1} MB");
}
