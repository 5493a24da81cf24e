using Framework.Host.Batches;

namespace Framework.Host.Tests.Batches;

public sealed class GpuShareTests
{
    [Theory]
    [InlineData("auto", 0, "0 1", "0")]
    [InlineData("auto", 3, "0 1", "1")]
    [InlineData("cuda", 1, "GPU-a GPU-b GPU-c", "GPU-b")]
    [InlineData("cuda:0", 1, "0 1", null)] // somebody chose
    [InlineData("cpu", 1, "0 1", null)]
    [InlineData("auto", 1, "0", null)]
    public void Of_SeveralGpus_TakesTurns(string device, int place, string visible, string? expected) => Assert.Equal(expected, GpuShare.Of(device, place, visible.Split(' ')));
}
