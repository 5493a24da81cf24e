using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>The last two subjects are external, the first one is for test, the second for validation.</summary>
public sealed class LastExternalSplit : ISplit
{
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
        [[.. subjects.Select((_, at) => at >= subjects.Count - 2 ? Part.External : at == 0 ? Part.Test : at == 1 ? Part.Validate : Part.Train)]];
}
