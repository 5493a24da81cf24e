using Framework.Host.Engines;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Tests.Engines;

public sealed class DeviceChoiceTests
{
    [Fact]
    public void Resolve_Cpu_IsTheCpu() => Assert.Equal(DeviceType.CPU, DeviceChoice.Resolve("cpu").type);

    [Fact]
    public void Resolve_Auto_IsAGpuExactlyWhereThereIsOne() =>
        Assert.Equal(torch.cuda.is_available() ? DeviceType.CUDA : DeviceType.CPU, DeviceChoice.Resolve("auto").type);

    [NoGpuFact]
    public void Resolve_CudaThatIsNotThere_IsAnErrorAndNeverTheCpu()
    {
        var error = Assert.Throws<ExperimentException>(() => DeviceChoice.Resolve("cuda:0"));

        Assert.Equal(
            "--device: 'cuda:0' was asked for, but libtorch finds no CUDA device here. "
            + "Use --device cpu, or set LIBTORCH to a libtorch with CUDA; `framework doctor` shows what there is.",
            error.Message);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("cpu")]
    [InlineData("cuda")]
    [InlineData("cuda:7")]
    public void CheckName_DeviceOfAnotherMachine_IsTakenAtItsWord(string name) => DeviceChoice.CheckName(name);

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("cuda:-1")]
    [InlineData("")]
    public void Resolve_NoDevice_SaysWhatThereIs(string name)
    {
        var message = $"--device: '{name}' is no device. Use 'auto', 'cpu' or 'cuda:0'.";

        Assert.Equal(message, Assert.Throws<ExperimentException>(() => DeviceChoice.Resolve(name)).Message);
        Assert.Equal(message, Assert.Throws<ExperimentException>(() => DeviceChoice.CheckName(name)).Message);
    }
}
