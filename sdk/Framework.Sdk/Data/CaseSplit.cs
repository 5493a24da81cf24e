namespace Framework.Sdk;

/// <summary>The split of a data index, the only way to obtain cases: each subject lies in exactly one part of each fold.</summary>
public sealed class CaseSplit
{
    private readonly DataIndex _index;
    private readonly Dictionary<string, Part>[] _folds;

    /// <summary>Splits an index.</summary>
    /// <param name="index">The cases.</param>
    /// <param name="split">Assigns the subjects.</param>
    /// <param name="random">The run's stream for splitting.</param>
    /// <exception cref="ExperimentException">The split left a subject out or a part of it is not usable.</exception>
    public CaseSplit(DataIndex index, ISplit split, RandomStream random)
    {
        _index = index;
        var subjects = Summarise(index);
        var folds = split.Assign(subjects, random);
        if (folds.Count == 0 || folds.Any(fold => fold.Count != subjects.Count))
            throw new ExperimentException($"the split gave no part for some of the {subjects.Count} subjects. It must assign each of them in every fold.");
        _folds = [.. folds.Select(fold => subjects.Zip(fold).ToDictionary(pair => pair.First.Id, pair => pair.Second))];
    }

    /// <summary>Number of folds, at least 1.</summary>
    public int Folds => _folds.Length;

    /// <summary>The cases of one part in one fold, in the index's order.</summary>
    public IReadOnlyList<Case> Cases(int fold, Part part) => [.. _index.Cases.Where(item => _folds[fold][item.Subject] == part)];

    private static List<Subject> Summarise(DataIndex index) =>
        [.. index.Cases.GroupBy(item => item.Subject).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Subject
        {
            Id = group.Key,
            Site = group.First().Site,
            Cases = group.Count(),
            Labels = [.. Enumerable.Range(0, index.Labels.Count).Select(label => GreatestKnown(group, label))],
        })];

    private static double GreatestKnown(IEnumerable<Case> cases, int label)
    {
        var greatest = double.NaN;
        foreach (var item in cases)
        {
            if (double.IsNaN(greatest) || item.Labels[label] > greatest)
                greatest = item.Labels[label];
        }

        return greatest;
    }
}
