namespace Framework.Host.Experiments.Documents;

/// <summary>Collects every mistake of one experiment.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public int Count => _problems.Count;

    /// <summary>Whether one of them is a plugin's fault and not the experiment's.</summary>
    public bool PluginFailed { get; private set; }

    public void Add(Origin place, string message) => _problems.Add(place.Problem(message));

    /// <summary>Adds a mistake that was found elsewhere.</summary>
    public void Add(Problem problem) => _problems.Add(problem);

    /// <summary>Notes that one of the mistakes is a plugin's fault.</summary>
    public void NotePluginFailure() => PluginFailed = true;

    public void AddPluginFailure(Origin place, string message)
    {
        PluginFailed = true;
        Add(place, message);
    }

    /// <summary>Overrides first, then file by file in the order they came up, each from its top to its bottom.</summary>
    public IReadOnlyList<Problem> Sorted()
    {
        var files = _problems.Select(problem => problem.File).Distinct().ToList();
        return [.. _problems.Distinct()
            .OrderBy(problem => problem.Line > 0).ThenBy(problem => files.IndexOf(problem.File))
            .ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)];
    }
}
