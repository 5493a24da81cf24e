namespace Framework.Components.Splits;

/// <summary>Another split several times over, each time with a seed of its own.</summary>
/// <remarks>The first time is the other split as it is without this: units that a run has of it are kept when repeats are added.</remarks>
/// <param name="options">Which split, and how often.</param>
public sealed class RepeatedSplit(RepeatedOptions options) : ISplit
{
    /// <inheritdoc />
    public int Repeats => options.Times * options.Split.Repeats;

    /// <inheritdoc />
    public bool IsUnsafe => options.Split.IsUnsafe;

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
        [.. Enumerable.Range(0, options.Times).SelectMany(time => options.Split.Assign(subjects, time == 0 ? random : random.Derive("repeat").Derive(time)))];
}
