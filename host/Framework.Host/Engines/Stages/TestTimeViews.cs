using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>The ways in which a case is looked at when it is predicted.</summary>
internal static class TestTimeViews
{
    /// <summary>The chain as it is, and with the stage's test-time transforms behind it as often as it says, each time with draws of its own.</summary>
    public static IReadOnlyList<SamplePipeline> Of(StageSection stage, SamplePipeline plain, RandomStream random)
    {
        if (stage.TestTime is not { } section)
            return [plain];
        var stream = random.Derive("test time");
        TransformStep[] more = [.. section.Transforms.Select(transform => new TransformStep(transform.Name, transform.Instance))];
        var views = Enumerable.Range(0, section.Times).Select(time => plain.Then(more, stream.Derive(time)));
        return [.. section.Plain ? views.Prepend(plain) : views];
    }
}
