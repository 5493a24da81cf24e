using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Interop;

public class OperatorTests
{
    [Fact]
    public void Find_EveryOperatorInUse_IsInThisLibtorch()
    {
        var operators = typeof(torch).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("__Aten", StringComparison.Ordinal)) // the lists at the ends of the wrappers' files
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => (Operator)field.GetValue(null)!).ToList();

        Assert.True(operators.Count > 600, $"{operators.Count} found");
        Assert.Empty(operators.Where(op => Native.bridge_operator_find(op.Name, op.Overload, out _) != 0).Select(op => $"{op.Name}.{op.Overload}"));
    }

    [Fact]
    public void Call_UnknownOperator_NamesItAndTheLibtorch()
    {
        var error = Assert.Throws<ExternalException>(() => new Operator("aten::conv2dd").Call());

        Assert.Equal($"this libtorch ({torch.__version__}) has no operator 'aten::conv2dd'", error.Message);
    }

    [Fact]
    public void Call_ShapesThatDoNotBroadcast_ThrowsLibtorchsFirstLine()
    {
        var error = Assert.Throws<ExternalException>(() => torch.ones(4) + torch.ones(3));

        Assert.Equal("The size of tensor a (4) must match the size of tensor b (3) at non-singleton dimension 0", error.Message);
    }

    [Fact]
    public void Call_TextForATensor_NamesTheArgument()
    {
        using var tensor = torch.ones(2);

        var error = Assert.Throws<ExternalException>(() => new Operator("aten::relu").Call("text"));

        Assert.Equal("aten::relu: argument 'self' does not take a value of this type", error.Message);
    }

    [Fact]
    public void Call_RequiredArgumentLeftOut_NamesIt()
    {
        var error = Assert.Throws<ExternalException>(() => new Operator("aten::mm").Call(torch.ones(2, 2)));

        Assert.Equal("aten::mm: argument 'mat2' is missing", error.Message);
    }

    [Fact]
    public void Call_DisposedTensor_SaysHowToKeepIt()
    {
        var tensor = torch.ones(2);
        tensor.Dispose();

        var error = Assert.Throws<InvalidOperationException>(() => tensor.relu());

        Assert.StartsWith("The tensor is disposed: its dispose scope has ended, or Dispose was called.", error.Message);
    }

    [Fact]
    public void Call_AfterAFailure_Works()
    {
        Assert.Throws<ExternalException>(() => torch.ones(2, 3).mm(torch.ones(2, 3)));

        Assert.Equal(3, torch.ones(2, 3).mm(torch.ones(3, 1))[0, 0].item<float>());
    }

    [Fact]
    public void Call_ListLongerThanTheStackBuffer_PassesAllOfIt()
    {
        var parts = Enumerable.Range(0, 200).Select(i => torch.full((long[])[1], (float)i)).ToArray();

        Assert.Equal(Enumerable.Range(0, 200).Select(i => (float)i), torch.cat(parts).Floats());
    }

    [Fact]
    public void Call_FromEightThreads_GivesEachItsOwnResult()
    {
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 500; i++)
            {
                using var scope = torch.NewDisposeScope();
                Assert.Equal(thread + i, (torch.full(3, (float)thread) + i)[1].item<float>());
            }
        });
    }

    [Fact]
    public void Call_OneNumberForAPairOfSizes_StandsForBoth()
    {
        using var image = torch.ones(1, 1, 4, 4);

        Assert.Equal([1, 1, 2, 2], new Operator("aten::max_pool2d").Call(image, 2L, 2L).shape);
    }
}
