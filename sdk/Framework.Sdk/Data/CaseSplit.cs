namespace Framework.Sdk;

/// <summary>The split of a data index, the only way to obtain cases: each subject lies in exactly one part of each fold, unless the split is unsafe.</summary>
public sealed class CaseSplit
{
    private readonly DataIndex _index;
    private readonly Dictionary<string, Part>[] _folds;

    /// <summary>Splits an index.</summary>
    /// <param name="index">The cases.</param>
    /// <param name="split">Assigns the subjects.</param>
    /// <param name="random">The run's stream for splitting.</param>
    /// <param name="others">Other sources' cases: their subjects are divided too, with unknown labels where the index does not have them.</param>
    /// <exception cref="ExperimentException">The split left a subject out or a part of it is not usable.</exception>
    public CaseSplit(DataIndex index, ISplit split, RandomStream random, IReadOnlyList<DataIndex>? others = null)
    {
        _index = index;
        IsUnsafe = split.IsUnsafe;
        var subjects = Summarise(index, others ?? []);
        var folds = split.Assign(subjects, random);
        if (folds.Count == 0 || folds.Any(fold => fold.Count != subjects.Count))
            throw new ExperimentException($"the split gave no part for some of the {subjects.Count} subjects. It must assign each of them in every fold.");
        if (split.Repeats < 1 || folds.Count % split.Repeats != 0)
            throw new ExperimentException($"the split gave {folds.Count} folds for {split.Repeats} repeats. It must give each repeat as many.");
        CheckLock(subjects, folds);
        Repeats = split.Repeats;
        _folds = [.. folds.Select(fold => subjects.Zip(fold).ToDictionary(pair => pair.First.Id, pair => pair.Second))];
    }

    private CaseSplit(DataIndex index, CaseSplit like) => (_index, _folds, Repeats, IsUnsafe) = (index, like._folds, like.Repeats, like.IsUnsafe);

    /// <summary>The same division of the subjects for another source's cases.</summary>
    /// <param name="other">One of those that the split was made with.</param>
    public CaseSplit Of(DataIndex other) => other.Cases.FirstOrDefault(item => !_folds[0].ContainsKey(KeyOf(item))) is { } unknown
        ? throw new ArgumentException($"The subject '{unknown.Subject}' was not divided.", nameof(other))
        : new CaseSplit(other, this);

    /// <summary>The parts whose cases can be had: all but <see cref="Part.External"/>.</summary>
    public static IReadOnlyList<Part> Parts { get; } = [Part.Train, Part.Validate, Part.Test];

    /// <summary>Whether the cases of a subject may lie in different parts, so that scores are too good.</summary>
    public bool IsUnsafe { get; }

    /// <summary>Number of folds of one repeat, at least 1.</summary>
    public int Folds => _folds.Length / Repeats;

    /// <summary>How many times over the subjects are divided, at least 1.</summary>
    public int Repeats { get; }

    /// <summary>How much lies behind the lock: nothing else is told of it.</summary>
    public (int Subjects, int Cases) External =>
        (_folds[0].Values.Count(part => part == Part.External), _index.Cases.Count(item => _folds[0][KeyOf(item)] == Part.External));

    /// <summary>Hexadecimal SHA-256 over the locked cases: the same set has the same, and it tells nobody's name.</summary>
    public string ExternalFingerprint => DataFingerprint.Of(_index.Labels, Locked);

    private List<Case> Locked => [.. _index.Cases.Where(item => _folds[0][KeyOf(item)] == Part.External)];

    /// <summary>Every case that is not behind the lock, in the index's order.</summary>
    public IReadOnlyList<Case> Reachable => [.. _index.Cases.Where(item => _folds[0][KeyOf(item)] != Part.External)];

    /// <summary>The cases of one part in one fold, in the index's order.</summary>
    /// <param name="fold">From 0, within its repeat.</param>
    /// <param name="part">Any of <see cref="Parts"/>.</param>
    /// <param name="repeat">From 0.</param>
    /// <exception cref="ExperimentException">The external part was asked for.</exception>
    public IReadOnlyList<Case> Cases(int fold, Part part, int repeat = 0)
    {
        if (part == Part.External)
            throw new ExperimentException("the external subjects are locked: nothing of a run is fitted, chosen or scored on them.");
        var parts = _folds[Number(fold, repeat)];
        return [.. _index.Cases.Where(item => parts[KeyOf(item)] == part)];
    }

    /// <summary>Where a case lies, the external part among the places: for an audit, which fits, chooses and scores nothing.</summary>
    /// <param name="item">A case of the index.</param>
    /// <param name="fold">From 0, within its repeat.</param>
    /// <param name="repeat">From 0.</param>
    public Part PartOf(Case item, int fold, int repeat = 0) => _folds[Number(fold, repeat)][KeyOf(item)];

    /// <summary>The locked cases, in the index's order: for whoever has written down that, and why, they are opened.</summary>
    /// <param name="key">Of an opening of this very set.</param>
    /// <exception cref="ExperimentException">The key was made for another set.</exception>
    public IReadOnlyList<Case> ExternalCases(ExternalKey key) => key.Opening.Data == ExternalFingerprint || key.Opening.Others?.Contains(ExternalFingerprint) == true
        ? Locked
        : throw new ExperimentException("the external set has changed since its opening was logged. Open it as it is now.");

    /// <summary>The number of a fold among those of all repeats, from 0; within the first repeat the fold itself.</summary>
    /// <param name="fold">From 0, within its repeat.</param>
    /// <param name="repeat">From 0.</param>
    public int Number(int fold, int repeat)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fold, Folds);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(repeat, Repeats);
        return (repeat * Folds) + fold;
    }

    // A subject that one fold trains on is no external one, whatever the other folds say.
    private static void CheckLock(List<Subject> subjects, IReadOnlyList<IReadOnlyList<Part>> folds)
    {
        for (var at = 0; at < subjects.Count; at++)
        {
            var locked = folds.Count(fold => fold[at] == Part.External);
            if (locked != 0 && locked != folds.Count)
                throw new ExperimentException($"the split keeps the subject '{subjects[at].Id}' external in {locked} of {folds.Count} folds. An external subject is so in every fold.");
        }
    }

    private string KeyOf(Case item) => IsUnsafe ? item.Id : item.Subject;

    private List<Subject> Summarise(DataIndex index, IReadOnlyList<DataIndex> others)
    {
        var own = index.Cases.Select(KeyOf).ToHashSet();
        double[] unknown = [.. index.Labels.Select(_ => double.NaN)];
        var more = others.SelectMany(other => other.Cases).Where(item => !own.Contains(KeyOf(item))).Select(item => item with { Labels = unknown });
        return [.. index.Cases.Concat(more).GroupBy(KeyOf).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Subject
        {
            Id = group.Key,
            Site = group.First().Site,
            Cases = group.Count(),
            Labels = [.. Enumerable.Range(0, index.Labels.Count).Select(label => GreatestKnown(group, label))],
        })];
    }

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
