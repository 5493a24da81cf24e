namespace Framework.Components.Splits;

/// <summary>Folds within folds: every outer fold's training part is divided by the inner split, which never sees whom the outer fold tests.</summary>
/// <remarks>
/// With o outer and i inner folds there are o x i folds; number outer * i + inner tests on the outer fold's test part, chooses on the inner one's and
/// trains on the rest. A case that is tested i times so counts once, with the mean of its outputs.
/// </remarks>
/// <param name="options">The two splits.</param>
public sealed class NestedSplit(NestedOptions options) : ISplit
{
    /// <inheritdoc />
    public bool IsUnsafe => options.Outer.IsUnsafe || options.Inner.IsUnsafe;

    /// <inheritdoc />
    public int Repeats => options.Outer.Repeats;

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        var outer = options.Outer.Assign(subjects, random);
        return [.. outer.SelectMany((fold, at) => Within(fold, subjects, random.Derive("inner").Derive(at)))];
    }

    private IEnumerable<IReadOnlyList<Part>> Within(IReadOnlyList<Part> outer, IReadOnlyList<Subject> subjects, RandomStream random)
    {
        if (outer.Contains(Part.Validate))
            throw new ExperimentException("'nested' chooses on the folds of 'inner', and 'outer' has a part to choose on of its own. Leave 'validate' out of 'outer'.");
        int[] training = [.. Enumerable.Range(0, outer.Count).Where(at => outer[at] == Part.Train)];
        foreach (var inner in options.Inner.Assign([.. training.Select(at => subjects[at])], random))
        {
            if (inner.Any(part => part is Part.Validate or Part.External))
                throw new ExperimentException("'nested' chooses on what 'inner' tests, and 'inner' has other parts besides. Leave 'validate' and external sites out of 'inner'.");
            var parts = outer.ToArray();
            for (var i = 0; i < training.Length; i++)
                parts[training[i]] = inner[i] == Part.Test ? Part.Validate : Part.Train;
            yield return parts;
        }
    }
}
