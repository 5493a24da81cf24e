using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class AutocastTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Begin_OnTheCpu_MultipliesInBFloat16AndEndsWithTheBlock()
    {
        Assert.Equal(ScalarType.Float32, ProductType());
        using (Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16))
            Assert.Equal(ScalarType.BFloat16, ProductType());
        Assert.Equal(ScalarType.Float32, ProductType());
    }

    [Fact]
    public void Begin_WithinABlock_OuterGoesOnAfterInner()
    {
        using var outer = Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16);
        using (Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16))
            Assert.Equal(ScalarType.BFloat16, ProductType());
        Assert.Equal(ScalarType.BFloat16, ProductType());
    }

    [Fact]
    public void Pause_WithinABlock_ComputesIn32Bits()
    {
        using var outer = Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16);
        using (Autocast.Pause(DeviceType.CPU))
            Assert.Equal(ScalarType.Float32, ProductType());
        Assert.Equal(ScalarType.BFloat16, ProductType());
    }

    [Fact]
    public void Begin_BlockThatThrows_RestoresTheState()
    {
        void Fail()
        {
            using var block = Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16);
            _ = ones(2, 3).matmul(ones(2, 3));
        }

        Assert.ThrowsAny<Exception>(Fail);

        Assert.Equal(ScalarType.Float32, ProductType());
    }

    // A weight that changes while its 16-bit copy is kept would otherwise go on as it was.
    [Fact]
    public void Begin_AfterTheOutermostBlock_CastsWeightsAnew()
    {
        var weight = ones(1, 1, requires_grad: true);
        var before = Product(weight);
        using (no_grad())
            weight.fill_(3);

        Assert.Equal((1f, 3f), (before, Product(weight)));
    }

    [Fact]
    public void Begin_WithinABlock_KeepsTheCastWeightsOfTheOuter()
    {
        var weight = ones(1, 1, requires_grad: true);
        using var outer = Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16);
        var before = Product(weight);
        using (no_grad())
            weight.fill_(3);

        Assert.Equal((1f, 1f), (before, Product(weight)));
    }

    [Fact]
    public void Begin_BackwardAfterTheBlock_GivesGradientsIn32Bits()
    {
        var weight = ones(2, 2, requires_grad: true);
        Tensor product;
        using (Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16))
            product = ones(2, 2).matmul(weight);
        product.sum().backward();

        Assert.Equal(ScalarType.Float32, weight.grad!.dtype);
        Assert.Equal([2f, 2f, 2f, 2f], weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Begin_HalfOnTheCpu_SaysWhatToUse()
    {
        if (Engine.LibtorchVersion >= new Version(2, 3))
            return;
        var error = Assert.Throws<EngineException>(() => Autocast.Begin(DeviceType.CPU, ScalarType.Float16));

        Assert.Equal($"libtorch {Engine.LibtorchVersion} has no Float16 autocast on the CPU. Use BFloat16, or full precision.", error.Message);
    }

    [Fact]
    public void Begin_TypeOf32Bits_SaysWhatToUse()
    {
        var error = Assert.Throws<EngineException>(() => Autocast.Begin(DeviceType.CPU, ScalarType.Float32));

        Assert.Equal("autocast goes to BFloat16 or Float16, not to 'Float32'. Use one of these, or full precision.", error.Message);
    }

    [Fact]
    public void Dispose_OnAnotherThread_IsRefused()
    {
        using var block = Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16);
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(block.Dispose));
        thread.Start();
        thread.Join();

        Assert.Equal("An autocast block ends on another thread than it began on. Leave no 'await' inside it.", error?.Message);
    }

    private static ScalarType ProductType() => ones(2, 2).matmul(ones(2, 2)).dtype;

    private static float Product(Tensor weight)
    {
        using var block = Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16);
        return ones(1, 1).matmul(weight).to(ScalarType.Float32).item<float>();
    }
}
