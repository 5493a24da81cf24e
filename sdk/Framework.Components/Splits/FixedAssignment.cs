using System.Globalization;

namespace Framework.Components.Splits;

/// <summary>Collects the lines of a table of parts, and what is wrong with them.</summary>
internal sealed class FixedAssignment
{
    private const int MissingShown = 5;
    private readonly string _file;
    private readonly IReadOnlyList<Subject> _subjects;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, (Part Part, int Line)?[]> _folds = [];

    public FixedAssignment(string file, IReadOnlyList<Subject> subjects)
    {
        (_file, _subjects) = (file, subjects);
        for (var at = 0; at < subjects.Count; at++)
            _positions.Add(subjects[at].Id, at);
    }

    /// <summary>What is wrong, line by line.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Takes one line of the table.</summary>
    public void Add(int line, string subject, string part, string fold)
    {
        var known = _positions.TryGetValue(subject, out var at);
        if (!known)
            Report(line, "no case of the data belongs to this line's subject. Remove the line, or check the column of subjects.");
        var isPart = Array.Exists(Enum.GetNames<Part>(), name => string.Equals(name, part, StringComparison.OrdinalIgnoreCase));
        if (!isPart)
            Report(line, "the part of this line is none. Write train, validate, test or external.");
        var isFold = int.TryParse(fold, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isFold)
            Report(line, "the fold of this line is no whole number. Number the folds from 0 or 1.");
        if (known && isPart && isFold)
            Put(line, at, Enum.Parse<Part>(part, ignoreCase: true), number);
    }

    /// <summary>The folds in the order of their numbers; whoever has no line in one is reported.</summary>
    public IReadOnlyList<IReadOnlyList<Part>> Folds()
    {
        if (_folds.Count == 0)
            Problems.Add($"{_file}: no line gives a subject of the data a part. Check that the table belongs to the data.");
        foreach (var (fold, parts) in _folds)
            ReportMissing(fold, parts);
        return [.. _folds.Values.Select(parts => Array.ConvertAll(parts, part => part?.Part ?? Part.Train))];
    }

    private void Put(int line, int at, Part part, int fold)
    {
        if (!_folds.TryGetValue(fold, out var parts))
            _folds.Add(fold, parts = new (Part, int)?[_subjects.Count]);
        if (parts[at] is { } before)
            Report(line, $"line {before.Line} has given this subject a part in fold {fold} already. Keep one of the two.");
        else
            parts[at] = (part, line);
    }

    private void ReportMissing(int fold, (Part, int)?[] parts)
    {
        string[] missing = [.. _subjects.Where((_, at) => parts[at] is null).Select(subject => $"'{subject.Id}'")];
        if (missing.Length == 0)
            return;
        var more = missing.Length > MissingShown ? $" and {missing.Length - MissingShown} more" : "";
        Problems.Add(string.Create(CultureInfo.InvariantCulture, $"{_file}: fold {fold} has no line for {missing.Length} of {_subjects.Count} subjects: ")
            + $"{string.Join(", ", missing.Take(MissingShown))}{more}. Add a line for each.");
    }

    private void Report(int line, string fact) => Problems.Add(string.Create(CultureInfo.InvariantCulture, $"{_file}:{line}: {fact}"));
}
