using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

[Collection(nameof(LiveTensorTests))] // threads and defaults are the process's
public class RuntimeTests
{
    [Fact]
    public void SetNumThreads_One_IsReadBack()
    {
        var before = torch.get_num_threads();
        torch.set_num_threads(1);
        Assert.Equal(1, torch.get_num_threads());
        torch.set_num_threads(before);

        Assert.Equal(before, torch.get_num_threads());
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_num_threads(0));
    }

    [Fact]
    public unsafe void SetNumThreads_OpenBlas_FollowsIt()
    {
        var before = torch.get_num_threads();
        if (!NativeLibrary.TryLoad("libopenblas.so.0", out var blas))
            return; // another BLAS: nothing to follow
        var get = (delegate* unmanaged<int>)NativeLibrary.GetExport(blas, "openblas_get_num_threads");
        torch.set_num_threads(1);
        var one = get();
        torch.set_num_threads(before);

        Assert.Equal((1, before), (one, get()));
    }

    [Fact]
    public void GetNumThreads_NothingSet_IsTheProcessors()
    {
        var expected = Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is { Length: > 0 } given
            ? int.Parse(given.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)
            : Environment.ProcessorCount;

        Assert.Equal(expected, torch.get_num_threads());
    }

    [Fact]
    public void Cuda_Queries_AgreeWithEachOther()
    {
        Assert.Equal(torch.cuda.is_available(), torch.cuda.device_count() > 0);
        Assert.Equal(torch.cuda.is_available(), torch.cuda_is_available());
        Assert.Equal(torch.cuda.is_available(), torch.TryInitializeDeviceType(DeviceType.CUDA));
        Assert.True(torch.cuda.is_available() || !torch.cuda.is_cudnn_available());
        torch.cuda.manual_seed_all(1);
    }

    [Fact]
    public void Cuda_WhereThereIsNone_IsRefusedInWords()
    {
        if (torch.cuda.is_available())
        {
            Assert.Equal(DeviceType.CUDA, torch.ones(1).cuda().device_type);
            return;
        }
        var expected = $"'cuda' asked for, but this libtorch ({torch.__version__}) sees no such device. "
            + "Use 'cpu', or build against a libtorch that has it (LIBTORCH=<folder>) on a machine with a driver.";

        Assert.Equal(expected, Assert.Throws<InvalidOperationException>(() => torch.ones(1).cuda()).Message);
        Assert.Equal(expected, Assert.Throws<InvalidOperationException>(() => torch.ones([1], device: torch.CUDA)).Message);
        Assert.Equal(expected, Assert.Throws<InvalidOperationException>(() => torch.cuda.synchronize()).Message);
    }

    [Theory]
    [InlineData("cpu", DeviceType.CPU, -1, "cpu")]
    [InlineData("cuda", DeviceType.CUDA, 0, "cuda:0")]
    [InlineData("cuda:1", DeviceType.CUDA, 1, "cuda:1")]
    public void Device_Description_IsParsed(string description, DeviceType type, int index, string text)
    {
        var device = new Device(description);

        Assert.Equal((type, index, text), (device.type, device.index, device.ToString()));
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    public void Device_Unknown_ListsTheKnown(string description)
    {
        var error = Assert.Throws<ArgumentException>(() => torch.device(description));

        Assert.Equal($"'{description}' is not a device. Devices are cpu, cuda, cuda:0, cuda:1, ..., mps and meta.", error.Message);
    }

    [Fact]
    public void SetDefaultDtype_Float64_IsWhatFactoriesUse()
    {
        torch.set_default_dtype(ScalarType.Float64);
        var made = torch.zeros(1).dtype;
        torch.set_default_dtype(ScalarType.Float32);

        Assert.Equal(ScalarType.Float64, made);
        Assert.Equal(ScalarType.Float32, torch.zeros(1).dtype);
    }

    [Fact]
    public void MetaDevice_Tensor_HasAShapeButNoElements()
    {
        using var tensor = torch.ones([2, 3], device: torch.META);

        Assert.True(tensor.is_meta);
        Assert.Equal([3, 2], tensor.t().shape);
        Assert.Throws<InvalidOperationException>(() => tensor.data<float>());
    }

    [Theory]
    [InlineData(ScalarType.Float32, 1.1920928955078125e-7, 3.4028234663852886e38)]
    [InlineData(ScalarType.Float64, 2.220446049250313e-16, 1.7976931348623157e308)]
    [InlineData(ScalarType.Float16, 9.765625e-4, 65504)]
    public void Finfo_Types_GivesTheirLimits(ScalarType type, double eps, double max) =>
        Assert.Equal((eps, max, -max), (torch.finfo(type).eps, torch.finfo(type).max, torch.finfo(type).min));

    [Fact]
    public void UseDeterministicAlgorithms_Disposed_SwitchesBack()
    {
        using (torch.use_deterministic_algorithms(true, warn_only: true))
            Assert.True(torch.are_deterministic_algorithms_enabled() && torch.is_deterministic_algorithms_warn_only_enabled());

        Assert.False(torch.are_deterministic_algorithms_enabled());
    }

    [Fact]
    public void PromoteTypes_IntegerAndFraction_IsTheFraction()
    {
        Assert.Equal(ScalarType.Float32, torch.promote_types(ScalarType.Int64, ScalarType.Float32));
        Assert.False(torch.can_cast(ScalarType.Float32, ScalarType.Int64));
        Assert.Equal(ScalarType.Float64, torch.result_type(torch.ones([1], ScalarType.Int32), torch.ones([1], ScalarType.Float64)));
    }
}
