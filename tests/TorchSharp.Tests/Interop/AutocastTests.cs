using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Interop;

public class AutocastTests
{
    [Fact]
    public void Set_OnThisThread_MatrixProductsAreBFloat16()
    {
        using var matrix = torch.ones(2, 2);
        Native.Check(Native.autocast_set((int)DeviceType.CPU, 1, (int)ScalarType.BFloat16));
        var inside = matrix.matmul(matrix).dtype;
        Native.Check(Native.autocast_get((int)DeviceType.CPU, out var enabled, out var dtype));
        Native.Check(Native.autocast_set((int)DeviceType.CPU, 0, (int)ScalarType.BFloat16));

        Assert.Equal(ScalarType.BFloat16, inside);
        Assert.Equal((1, (int)ScalarType.BFloat16), (enabled, dtype));
        Assert.Equal(ScalarType.Float32, matrix.matmul(matrix).dtype);
    }

    [Fact]
    public void Nest_InAndOut_CountsTheDepth()
    {
        Assert.Equal(1, Native.autocast_nest(1));
        Assert.Equal(0, Native.autocast_nest(0));
        Native.autocast_clear_cache();
        Assert.Equal(1, Native.autocast_cache_get());
    }
}
