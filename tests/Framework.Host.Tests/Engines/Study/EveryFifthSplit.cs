using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Of five subjects the first is for test, the next for validation; the next fold validates on the subject after it.</summary>
public sealed class EveryFifthSplit(EveryFifthOptions options) : ISplit
{
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
        [.. Enumerable.Range(0, options.Folds).Select(fold => (IReadOnlyList<Part>)[.. subjects.Select((_, at) => PartOf(at % 5, fold))])];

    private static Part PartOf(int place, int fold) => place == 0 ? Part.Test : place == 1 + fold ? Part.Validate : Part.Train;
}
