using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

/// <summary>The same rules on a GPU, where they take other kernels.</summary>
public sealed class CudaTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [CudaFact]
    public void Autocast_OnAGpu_MultipliesInHalf()
    {
        var matrix = ones([2, 2], device: CUDA);
        using (Autocast.Begin(DeviceType.CUDA, ScalarType.Float16))
            Assert.Equal(ScalarType.Float16, matrix.matmul(matrix).dtype);
        using (Autocast.Begin(DeviceType.CUDA, ScalarType.BFloat16))
            Assert.Equal(ScalarType.BFloat16, matrix.matmul(matrix).dtype);
        Assert.Equal(ScalarType.Float32, matrix.matmul(matrix).dtype);
    }

    [CudaFact]
    public void GradientScaler_OnAGpu_UnscalesAndSkips()
    {
        var scaler = new GradientScaler();
        Tensor[] gradients = [full([3], 65_536f, device: CUDA), full([2], 32_768f, device: CUDA)];

        Assert.True(scaler.Step(gradients, () => Assert.Equal([1f, 1, 1, 0.5f, 0.5f], gradients.SelectMany(each => each.cpu().data<float>().ToArray()))));
        Assert.False(scaler.Step([full([3], float.NaN, device: CUDA)], () => Assert.Fail("the step was taken")));
        Assert.Equal(new GradientScale(32_768, 0), scaler.State);
    }
}
