using Framework.Torch.Distributed;
using TorchSharp;

namespace Framework.Torch.Tests.Distributed;

/// <summary>A fact about ranks on processors; skipped, by name, where libtorch came without Gloo's headers.</summary>
public sealed class GlooFactAttribute : FactAttribute
{
    internal static string? Missing => DistributedEngine.Connects(DeviceType.CPU) ? null : "needs a libtorch with Gloo's headers, which is not here";

    public GlooFactAttribute() => Skip = Missing;
}

/// <summary>A theory about ranks on processors; skipped, by name, where libtorch came without Gloo's headers.</summary>
public sealed class GlooTheoryAttribute : TheoryAttribute
{
    public GlooTheoryAttribute() => Skip = GlooFactAttribute.Missing;
}
