using static TorchSharp.torch;

namespace Framework.Torch.Tests;

/// <summary>The devices of this machine: what holds on a processor holds on a GPU, where there is one.</summary>
public static class Devices
{
    /// <summary>cpu, and cuda where there is one.</summary>
    public static TheoryData<string> Here => cuda.is_available() ? new TheoryData<string>("cpu", "cuda") : new TheoryData<string>("cpu");
}
