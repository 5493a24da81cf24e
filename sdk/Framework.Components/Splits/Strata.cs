namespace Framework.Components.Splits;

/// <summary>Subjects that are alike in every label and in their site, and the properties that they share with others.</summary>
internal sealed class Strata
{
    private const int Levels = 10; // more values than this are a measurement, not a class
    private const int Quantiles = 5;
    private readonly Dictionary<string, int> _properties = [];

    public Strata(IReadOnlyList<Subject> subjects)
    {
        var labels = subjects.Count == 0 ? 0 : subjects[0].Labels.Count;
        var level = Enumerable.Range(0, labels).Select(label => Leveller([.. subjects.Select(subject => subject.Labels[label])])).ToArray();
        var named = subjects.Select((subject, at) => (at, Names: Describe(subject, level)));
        var groups = named.GroupBy(pair => string.Join('\u001f', pair.Names), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        // Labels are numbered first, sites after them.
        foreach (var name in groups.SelectMany(group => group.First().Names.Take(labels)))
            Number(name);
        Labels = .._properties.Count;
        Members = [.. groups.Select(group => group.Select(pair => pair.at).ToArray())];
        PropertiesOf = [.. groups.Select(group => group.First().Names.Select(Number).ToArray())];
        Sites = Labels.End.._properties.Count;
        Totals = new int[_properties.Count];
        for (var stratum = 0; stratum < groups.Count; stratum++)
        {
            foreach (var property in PropertiesOf[stratum])
                Totals[property] += Members[stratum].Length;
        }
    }

    /// <summary>The subjects of each stratum, by position.</summary>
    public IReadOnlyList<int[]> Members { get; }

    /// <summary>The properties of each stratum: a value of each label, and a site where one is known.</summary>
    public IReadOnlyList<int[]> PropertiesOf { get; }

    /// <summary>The properties that are values of labels.</summary>
    public Range Labels { get; }

    /// <summary>The properties that are sites.</summary>
    public Range Sites { get; }

    /// <summary>How many subjects have each property.</summary>
    public int[] Totals { get; }

    private static List<string> Describe(Subject subject, Func<double, string>[] level)
    {
        var names = level.Select((of, label) => $"{label}={of(subject.Labels[label])}").ToList();
        if (subject.Site.Length > 0)
            names.Add($"site {subject.Site}");
        return names;
    }

    private static Func<double, string> Leveller(double[] values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value)).Order()];
        if (known.Distinct().Count() <= Levels)
            return value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        double[] edges = [.. Enumerable.Range(1, Quantiles - 1).Select(fifth => known[fifth * known.Length / Quantiles])];
        return value => double.IsNaN(value) ? "missing" : $"fifth {edges.Count(edge => value >= edge)}";
    }

    private int Number(string name)
    {
        if (!_properties.TryGetValue(name, out var number))
            _properties.Add(name, number = _properties.Count);
        return number;
    }
}
