namespace Framework.Components.Splits;

/// <summary>One division of the subjects into train, validate and test by shares, alike in labels and sites as far as whole subjects allow.</summary>
/// <remarks>
/// Iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011) over subjects: the rarest property (a label's value, or a site) is dealt out
/// first, each subject to the part that lacks that property most. Sizes of the parts are met exactly, to the nearest subject.
/// </remarks>
public sealed class HoldoutSplit : ISplit
{
    private readonly double[] _shares;

    /// <summary>Checks the shares.</summary>
    /// <param name="options">The shares; they add up to 1.</param>
    /// <exception cref="ExperimentException">They do not.</exception>
    public HoldoutSplit(HoldoutOptions options)
    {
        _shares = [options.Train, options.Validate, options.Test];
        if (Math.Abs(_shares.Sum() - 1) > 1e-6)
            throw new ExperimentException($"'holdout' needs 'train', 'validate' and 'test' to add up to 1; they add up to {_shares.Sum():0.###}.");
        if (options.By == SplitUnit.Case && !options.Unsafe)
            throw new ExperimentException("'holdout' by case puts cases of one patient on both sides, and scores a model on patients that it knows. Use 'by: subject', or add 'unsafe: true' where the experiment is about that.");
        if (options.By == SplitUnit.Subject && options.Unsafe)
            throw new ExperimentException("'holdout' by subject is safe. Leave 'unsafe' out, or use 'by: case'.");
        IsUnsafe = options.Unsafe;
    }

    /// <inheritdoc />
    public bool IsUnsafe { get; }

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        var sizes = Sizes(subjects.Count);
        var order = Enumerable.Range(0, subjects.Count).ToArray();
        random.Shuffle(order.AsSpan());
        return [new Stratification(subjects, sizes, order).Deal()];
    }

    // Largest remainder, so that the sizes add up; a part that was asked for and would be empty is an error.
    private int[] Sizes(int subjects)
    {
        var sizes = Array.ConvertAll(_shares, share => (int)Math.Floor((share * subjects) + 1e-9));
        foreach (var part in Enumerable.Range(0, 3).OrderByDescending(part => (_shares[part] * subjects) - sizes[part]).Take(subjects - sizes.Sum()))
            sizes[part]++;
        for (var part = 0; part < 3; part++)
        {
            if (_shares[part] > 0 && sizes[part] == 0)
                throw new ExperimentException($"'holdout' leaves no subject for '{((Part)part).ToString().ToLowerInvariant()}': {_shares[part]:0.###} of {subjects} subjects. Give it a greater share, or use more subjects.");
        }

        return sizes;
    }
}
