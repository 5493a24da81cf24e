using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Of five subjects the first is for test, the next for validation; the next fold validates on the subject after it. The next repeat begins one subject later.</summary>
public sealed class EveryFifthSplit(EveryFifthOptions options) : ISplit
{
    public int Repeats => options.Repeats;

    public bool IsUnsafe => options.Cases;

    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
        [.. from repeat in Enumerable.Range(0, options.Repeats)
            from fold in Enumerable.Range(0, options.Folds)
            select (IReadOnlyList<Part>)[.. subjects.Select((_, at) => PartOf((at + repeat) % 5, fold))]];

    private static Part PartOf(int place, int fold) => place == 0 ? Part.Test : place == 1 + fold ? Part.Validate : Part.Train;
}
