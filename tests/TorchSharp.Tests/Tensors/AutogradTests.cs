using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class AutogradTests
{
    private readonly Tensor x = torch.tensor(new[] { 1.0, 2.0 }, requires_grad: true);

    [Fact]
    public void Backward_SumOfCubes_IsThreeSquares()
    {
        x.pow(3).sum().backward();

        Assert.Equal([3, 12], x.grad!.Doubles());
    }

    [Fact]
    public void Backward_Twice_AddsUp()
    {
        (x * 2).sum().backward();
        (x * 3).sum().backward();

        Assert.Equal([5, 5], x.grad!.Doubles());
    }

    [Fact]
    public void Backward_GivenGradient_IsTheVectorProduct()
    {
        (x * x).backward([torch.tensor(new[] { 1.0, 10.0 })]);

        Assert.Equal([2, 40], x.grad!.Doubles());
    }

    [Fact]
    public void Backward_OfAVectorWithoutGradient_ThrowsLibtorchsMessage()
    {
        var error = Assert.Throws<ExternalException>(() => (x * 2).backward());

        Assert.Equal("grad can be implicitly created only for scalar outputs", error.Message);
    }

    [Fact]
    public void Backward_SecondTimeThroughOneGraph_NeedsRetainGraph()
    {
        var loss = (x * x).sum();
        loss.backward(retain_graph: true);
        loss.backward();

        Assert.Equal([4, 8], x.grad!.Doubles());
        var error = Assert.Throws<ExternalException>(loss.backward);
        Assert.StartsWith("Trying to backward through the graph a second time", error.Message);
    }

    [Fact]
    public void Backward_Inputs_LeavesTheOthersAlone()
    {
        using var y = torch.tensor(3.0, requires_grad: true);

        (x * y).sum().backward(inputs: [y]);

        Assert.Equal(3, y.grad!.item<double>());
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_OfAGradient_IsTheSecondDerivative()
    {
        var first = autograd.grad([x.pow(3).sum()], [x], create_graph: true)[0];
        var second = autograd.grad([first.sum()], [x])[0];

        Assert.Equal([3, 12], first.Doubles());
        Assert.Equal([6, 12], second.Doubles());
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_UnusedInput_IsNullIfAllowed()
    {
        using var unused = torch.ones(1, requires_grad: true);

        Assert.Null(autograd.grad([(x * x).sum()], [x, unused], allow_unused: true)[1]);
        Assert.Throws<ExternalException>(() => autograd.grad([(x * x).sum()], [unused]));
    }

    [Fact]
    public void Grad_MatrixProduct_MatchesTheClosedForm()
    {
        using var a = torch.tensor(new[,] { { 1.0, 2 }, { 3, 4 } }, requires_grad: true);
        using var b = torch.tensor(new[,] { { 5.0, 6 }, { 7, 8 } });

        // d sum(AB) / dA = 1 B^T: every row holds B's row sums
        Assert.Equal([11, 15, 11, 15], autograd.grad([a.matmul(b).sum()], [a])[0].Doubles());
    }

    [Fact]
    public void RetainGrad_OfAnInnerTensor_KeepsIt()
    {
        var inner = x * 2;
        inner.retain_grad();
        inner.pow(2).sum().backward();

        Assert.Equal([4, 8], inner.grad!.Doubles());
        Assert.False(inner.is_leaf);
    }

    [Fact]
    public void GradSetter_Null_ClearsIt()
    {
        x.sum().backward();
        x.grad = torch.zeros(2, ScalarType.Float64);
        Assert.Equal([0, 0], x.grad!.Doubles());
        x.grad = null;

        Assert.Null(x.grad);
    }

    [Fact]
    public void NoGrad_UntilDisposed_RecordsNothing()
    {
        using (torch.no_grad())
        {
            Assert.False(torch.is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (torch.enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False((x * 2).requires_grad);
        }

        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void InferenceMode_UntilDisposed_RecordsNothing()
    {
        using (torch.inference_mode())
        {
            Assert.True(torch.is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }

        Assert.False(torch.is_inference_mode_enabled());
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void NoGrad_OnOneThread_LeavesTheOthersAlone()
    {
        using (torch.no_grad())
        {
            var elsewhere = new Thread(() => Assert.True(torch.is_grad_enabled()));
            elsewhere.Start();
            elsewhere.Join();
        }
    }

    [Fact]
    public void Detach_SharesTheDataOnly()
    {
        using var detached = x.detach();

        Assert.False(detached.requires_grad);
        detached[0] = 5.0;
        Assert.Equal(5, x[0].item<double>());
    }

    [Fact]
    public void DetectAnomaly_NaNInBackward_NamesTheFunction()
    {
        using var anomaly = autograd.detect_anomaly();
        using var zero = torch.zeros(1, requires_grad: true);

        var error = Assert.Throws<ExternalException>(() => (zero.sqrt() * 0).sum().backward());

        Assert.Equal("Function 'SqrtBackward0' returned nan values in its 0th output.", error.Message);
    }
}
