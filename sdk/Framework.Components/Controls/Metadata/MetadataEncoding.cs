using System.Globalization;

namespace Framework.Components.Controls;

/// <summary>Facts as numbers: a column for each frequent value of a fact, or the standardised number and its square where it has many values.</summary>
/// <remarks>All of it is fitted on the training part. A fact that all training cases share has no column.</remarks>
internal sealed class MetadataEncoding
{
    private const int MostLevels = 50;
    private const int FewValues = 12; // a number with no more different values than this is a setting
    private readonly List<(string Name, string Fact, Func<string, double> Value)> _columns = [];

    public MetadataEncoding(IReadOnlyList<IReadOnlyDictionary<string, string>> training)
    {
        foreach (var fact in training.SelectMany(facts => facts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            string[] values = [.. training.Select(facts => facts.GetValueOrDefault(fact, ""))];
            var counts = values.CountBy(value => value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
            if (counts.Count < 2)
                continue;
            if (counts.Count > FewValues && values.All(value => value.Length == 0 || Number(value) is not null))
                AddNumber(fact, [.. values.Select(Number).OfType<double>()]);
            else
                AddLevels(fact, counts, Math.Max(2, values.Length / 200));
        }
    }

    /// <summary>What each column means: <c>scanner=A</c>, <c>thickness</c>.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Name)];

    /// <summary>A case's row.</summary>
    public double[] Encode(IReadOnlyDictionary<string, string> facts) => [.. _columns.Select(column => column.Value(facts.GetValueOrDefault(column.Fact, "")))];

    private void AddLevels(string fact, List<KeyValuePair<string, int>> counts, int least)
    {
        var levels = counts.Where(pair => pair.Value >= least).Take(MostLevels).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        // Two levels that exclude each other say one thing.
        foreach (var level in levels.Count == counts.Count ? levels.Skip(counts.Count == 2 ? 1 : 0) : levels)
            _columns.Add(($"{fact}={(level.Length == 0 ? "unknown" : level)}", fact, value => value == level ? 1 : 0));
    }

    private void AddNumber(string fact, double[] known)
    {
        var mean = known.Average();
        var sd = Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
        if (!(sd > 0) || !double.IsFinite(sd))
            return;
        double Standardised(string value) => Number(value) is { } number ? Math.Clamp((number - mean) / sd, -5, 5) : 0;
        _columns.Add((fact, fact, Standardised));
        _columns.Add(($"{fact}²", fact, value => Number(value) is null ? 0 : (Standardised(value) * Standardised(value)) - 1));
        _columns.Add(($"{fact}=unknown", fact, value => Number(value) is null ? 1 : 0));
    }

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
