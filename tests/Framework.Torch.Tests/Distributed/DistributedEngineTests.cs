using Framework.Torch.Distributed;
using TorchSharp;

namespace Framework.Torch.Tests.Distributed;

public sealed class DistributedEngineTests
{
    private const int Gloo = 1;
    private const int Nccl = 2;

    // Wheels of PyTorch have NCCL and no headers of Gloo.
    [Theory]
    [InlineData(DeviceType.CPU, Gloo, true)]
    [InlineData(DeviceType.CPU, Nccl, false)]
    [InlineData(DeviceType.CPU, 0, false)]
    [InlineData(DeviceType.CUDA, Gloo, false)]
    [InlineData(DeviceType.CUDA, Nccl, true)]
    [InlineData(DeviceType.CUDA, Gloo | Nccl, true)]
    public void Missing_OnADevice_AsksForItsOwnBackEndAlone(DeviceType device, int backends, bool isEnough) =>
        Assert.Equal(isEnough, DistributedEngine.Missing(device, backends) is null);

    // The system's libtorch has Gloo beside it: where that got lost, tests about ranks would be skipped.
    [Fact]
    public void Connects_TheSystemsLibtorch_Processors() =>
        Assert.True(Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } || DistributedEngine.Connects(DeviceType.CPU));
}
