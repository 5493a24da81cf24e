using System.Globalization;

namespace Framework.Sdk;

/// <summary>The most memory that fitting takes on the CPU beside loading: a step of a few cases, scaled to a whole batch.</summary>
public sealed record FittingMemory
{
    /// <summary>Bytes that stay: weights, gradients, the optimizer's state, and copies of the weights that are kept.</summary>
    public required long StateBytes { get; init; }

    /// <summary>Cases that go through the network at one time.</summary>
    public required int Cases { get; init; }

    /// <summary>Bytes that one of them takes on its way there and back, as cases like the first ones do.</summary>
    public required long CaseBytes { get; init; }

    /// <summary>Bytes in all.</summary>
    public long Total => StateBytes + (Cases * CaseBytes);

    /// <summary>For people: <c>68.5 MB that stay and 16 cases at one time of 20.1 MB: 390.1 MB</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{StateBytes / 1e6:N1} MB that stay and {Cases} {(Cases == 1 ? "case" : "cases")} at one time of {CaseBytes / 1e6:N1} MB: {Total / 1e6:N1} MB");
}
