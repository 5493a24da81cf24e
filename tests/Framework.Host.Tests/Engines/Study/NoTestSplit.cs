using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Every third subject validates; nobody is left for test.</summary>
public sealed class NoTestSplit : ISplit
{
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
        [[.. subjects.Select((_, at) => at % 3 == 0 ? Part.Validate : Part.Train)]];
}
