using Framework.Sdk;

namespace Framework.Host.Planning;

/// <summary>The same divisions of the subjects several times over, so that everything is fitted anew on each of them.</summary>
/// <param name="split">The experiment's split.</param>
/// <param name="times">At least 1.</param>
internal sealed class RepeatedFitting(ISplit split, int times) : ISplit
{
    /// <inheritdoc />
    public int Repeats => split.Repeats * times;

    /// <inheritdoc />
    public bool IsUnsafe => split.IsUnsafe;

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        var folds = split.Assign(subjects, random);
        return [.. Enumerable.Range(0, times).SelectMany(_ => folds)];
    }
}
