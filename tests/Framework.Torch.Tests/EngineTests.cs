using Framework.Torch.Interop;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

public sealed class EngineTests
{
    [Fact]
    public void IsAvailable_InTheBundledFlavour_IsTrue() => Assert.True(Engine.IsAvailable);

    [Fact]
    public void Require_WithoutTheBridge_SaysWhatIsMissingAndWhatToDo()
    {
        var error = Assert.Throws<EngineException>(() => Engine.Require("autocast", isAvailable: false));

        Assert.Equal(
            "'autocast' needs the bridge to libtorch, libtorchsharp_bridge.so, which is not beside Framework.Torch.dll. "
            + "Build the bundled flavour (FrameworkPackages=bundled), or leave 'autocast' out.",
            error.Message);
    }

    [Fact]
    public void Call_OfAnOperatorOverLists_GivesItsTensors()
    {
        using var scope = NewDisposeScope();

        var sums = new NativeOperator("aten::_foreach_add", "List").CallMany(new[] { tensor(1f), tensor(2f) }, new[] { tensor(10f), tensor(20f) }, 1);

        Assert.Equal([11f, 22f], sums.Select(sum => sum.item<float>()));
    }

    [Fact]
    public void Call_OfAnUnknownOperator_SaysItsName()
    {
        var error = Assert.ThrowsAny<Exception>(() => new NativeOperator("aten::no_such_thing").CallVoid());

        Assert.EndsWith("has no operator 'aten::no_such_thing'", error.Message, StringComparison.Ordinal);
    }
}
