namespace Framework.Components.Splits;

/// <summary>Deals subjects out to parts of fixed sizes so that each property is spread as evenly as the sizes.</summary>
internal sealed class Stratification
{
    private readonly int[] _order;
    private readonly int[] _room;
    private readonly List<int>[] _properties;
    private readonly Dictionary<string, int> _names = [];
    private readonly double[][] _wanted;
    private readonly int[] _left;
    private readonly Part?[] _parts;

    public Stratification(IReadOnlyList<Subject> subjects, int[] sizes, int[] order)
    {
        (_order, _room) = (order, [.. sizes]);
        _properties = [.. subjects.Select(subject => Properties(subject).Select(Number).ToList())];
        _left = new int[_names.Count];
        foreach (var property in _properties.SelectMany(list => list))
            _left[property]++;
        _wanted = [.. sizes.Select(size => Array.ConvertAll(_left, count => (double)count * size / subjects.Count))];
        _parts = new Part?[subjects.Count];
    }

    public IReadOnlyList<Part> Deal()
    {
        for (var property = Rarest(); property >= 0; property = Rarest())
        {
            foreach (var subject in _order.Where(subject => _parts[subject] is null && _properties[subject].Contains(property)))
                Give(subject, property);
        }

        foreach (var subject in _order.Where(subject => _parts[subject] is null))
            Give(subject, property: -1);
        return [.. _parts.Select(part => part!.Value)];
    }

    // What a subject should be spread by: each label it has, all labels absent, each missing one, its site.
    private static IEnumerable<string> Properties(Subject subject)
    {
        if (subject.Site.Length > 0)
            yield return $"site {subject.Site}";
        var any = false;
        for (var label = 0; label < subject.Labels.Count; label++)
        {
            if (subject.Labels[label] is 0)
                continue;
            any = true;
            yield return $"label {label} {subject.Labels[label]}";
        }

        if (!any)
            yield return "no label";
    }

    private int Number(string property)
    {
        if (!_names.TryGetValue(property, out var number))
            _names.Add(property, number = _names.Count);
        return number;
    }

    private int Rarest()
    {
        var rarest = -1;
        for (var property = 0; property < _left.Length; property++)
        {
            if (_left[property] > 0 && (rarest < 0 || _left[property] < _left[rarest]))
                rarest = property;
        }

        return rarest;
    }

    private void Give(int subject, int property)
    {
        var part = Enumerable.Range(0, _room.Length).Where(part => _room[part] > 0)
            .OrderByDescending(part => property < 0 ? 0 : _wanted[part][property]).ThenByDescending(part => _room[part]).First();
        _parts[subject] = (Part)part;
        _room[part]--;
        foreach (var own in _properties[subject])
        {
            _left[own]--;
            _wanted[part][own]--;
        }
    }
}
