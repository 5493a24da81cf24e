using Framework.Sdk;
using Framework.Torch.Distributed;

namespace Framework.Host.Ranks;

/// <summary>Tells an error of a rank's own from what another rank's end looks like from there.</summary>
internal static class RankEcho
{
    /// <summary>Whether the engine gave up something that ranks do together. What the framework says itself is about data or options; only what lies behind it may be that.</summary>
    public static bool Is(Exception error) => (error is not FrameworkException && ProcessGroup.IsLoss(error)) || (error.InnerException is { } inner && Is(inner));
}
