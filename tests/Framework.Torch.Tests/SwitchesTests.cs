using Framework.Torch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

/// <summary>What belongs to the process or to a device; without a GPU, what is said about its absence.</summary>
public sealed class SwitchesTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Determinism_OperatorWithoutADeterministicForm_ThrowsInsideTheBlockAlone()
    {
        var put = new NativeOperator("aten::put_");
        void Put() => put.CallVoid(zeros(3), tensor(new long[] { 0, 0 }), ones(2));

        Put();
        using (Determinism.Begin(CPU))
            Assert.True(Determinism.IsRefusal(Assert.ThrowsAny<Exception>(Put)));
        Put();
    }

    [Fact]
    public void Determinism_OnCudaWithoutAFixedWorkspace_SaysWhatToSet()
    {
        if (Environment.GetEnvironmentVariable(Determinism.Workspace) is not null)
            return;
        var error = Assert.Throws<EngineException>(() => Determinism.Require(new Device(DeviceType.CUDA, 0)));

        Assert.Equal("cuBLAS is deterministic with a workspace of fixed size alone. Set CUBLAS_WORKSPACE_CONFIG=:4096:8 before the start.", error.Message);
    }

    [Fact]
    public void Tf32_Block_SetsBothSwitchesAndRestoresThem()
    {
        var before = (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32);
        foreach (var allowed in new[] { true, false })
        {
            using (Tf32.Begin(allowed))
                Assert.Equal((allowed, allowed), (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32));
            Assert.Equal(before, (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32));
        }
    }

    [Fact]
    public void CudaMemory_DeviceThatIsNotThere_SaysSo()
    {
        var devices = cuda.is_available() ? cuda.device_count() : 0;
        var expected = $"There is no CUDA device {devices}: this machine has {devices}. CUDA memory statistics need one.";

        Assert.Equal(expected, Assert.Throws<EngineException>(() => CudaMemory.Read(devices)).Message);
        Assert.Equal(expected, Assert.Throws<EngineException>(() => CudaMemory.ResetPeak(devices)).Message);
    }

    [CudaFact]
    public void CudaMemory_ATensorMore_IsCounted()
    {
        var before = CudaMemory.Read(0);
        using var million = zeros(1 << 20, device: CUDA);

        Assert.Equal(before.Allocated + (4 << 20), CudaMemory.Read(0).Allocated);
        CudaMemory.ResetPeak(0);
        Assert.Equal(CudaMemory.Read(0).Allocated, CudaMemory.Read(0).PeakAllocated);
    }

    [CudaFact]
    public void Pinned_WithADevice_IsPinned() => Assert.True(Pinned.Empty([4, 4]).is_pinned());

    [Fact]
    public void Pinned_WithoutADevice_SaysSo()
    {
        if (cuda.is_available())
            return;
        var error = Assert.Throws<EngineException>(() => Pinned.Empty([4]));

        Assert.Equal("Pinned memory is for copies to a CUDA device, and this machine has none. Use ordinary memory.", error.Message);
    }
}
