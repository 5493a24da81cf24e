using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Sound;

/// <summary>Where the mistakes of a document stand.</summary>
internal sealed class WrongPlaces(IEnumerable<Problem> problems)
{
    private readonly HashSet<(string, int, int)> _places = [.. problems.Select(problem => (problem.File, problem.Line, problem.Column))];

    /// <summary>Whether a mistake was reported at a key or anywhere in its value.</summary>
    public bool Has(MapEntry entry) => Has(entry.KeyOrigin) || Has(entry.Value);

    /// <summary>Whether a mistake was reported anywhere in a value.</summary>
    public bool Has(Node node) => node is BrokenNode || Has(node.Origin) || node switch
    {
        MapNode map => map.Entries.Any(Has),
        ListNode list => list.Items.Any(Has),
        _ => false,
    };

    /// <summary>Whether a mistake was reported there.</summary>
    public bool Has(Origin origin) => _places.Contains((origin.Source, origin.Line, origin.Column));
}
