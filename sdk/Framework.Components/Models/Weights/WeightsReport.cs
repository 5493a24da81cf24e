using System.Globalization;

namespace Framework.Components.Models.Weights;

/// <summary>How a file of weights and a network fit each other, tensor by tensor.</summary>
public sealed record WeightsReport
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>Names of the tensors that are in both with the same shape.</summary>
    public IReadOnlyList<string> Matched { get; init; } = [];

    /// <summary>Tensors of the network that the file does not have.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Tensors of the file that the network does not have.</summary>
    public IReadOnlyList<string> LeftOver { get; init; } = [];

    /// <summary>Tensors that are in both with different shapes: <c>fc.weight: (1000, 2048) in the file, (6, 2048) in the network</c>.</summary>
    public IReadOnlyList<string> OtherShape { get; init; } = [];

    /// <summary>Tensors of the network's last layers that keep their initial values, as <c>head: new</c> says.</summary>
    public IReadOnlyList<string> Fresh { get; init; } = [];

    /// <summary>What else was found or done: wrappings, channels, converted types, one sentence each without its full stop.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True where nothing is missing, left over or of another shape.</summary>
    public bool Fits => Missing.Count + LeftOver.Count + OtherShape.Count == 0;

    /// <summary>One line for the count of matches, one for each note, and one for each kind of difference.</summary>
    public IReadOnlyList<string> Lines =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{Matched.Count:N0} of the network's {Matched.Count + Fresh.Count + Missing.Count + OtherShape.Count:N0} tensors match"),
        .. Notes,
        .. Line("afresh, as 'head: new' says", Fresh),
        .. Line("missing in the file", Missing),
        .. Line("left over in the file", LeftOver),
        .. Line("of another shape", OtherShape),
    ];

    private static IEnumerable<string> Line(string what, IReadOnlyList<string> names)
    {
        const int shown = 4;
        if (names.Count == 0)
            yield break;
        var more = names.Count > shown ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - shown:N0} more") : "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{names.Count:N0} {what}: {string.Join(", ", names.Take(shown))}{more}");
    }
}
