using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>The first subject is for test, all others for training.</summary>
public sealed class NoValidationSplit : ISplit
{
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
        [[.. subjects.Select((_, at) => at == 0 ? Part.Test : Part.Train)]];
}
