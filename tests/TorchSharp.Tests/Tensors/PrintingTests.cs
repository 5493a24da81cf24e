using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class PrintingTests
{
    private readonly Tensor matrix = torch.tensor(new[,] { { 1f, 2.5f }, { 3f, 4f } });

    [Fact]
    public void ToString_NoStyle_IsShapeTypeAndDevice()
    {
        Assert.Equal("[2x2], type = Float32, device = cpu", matrix.ToString());
        Assert.Equal("[], type = Int64, device = cpu", torch.tensor(3L).ToString());
    }

    [Fact]
    public void ToString_Julia_AddsRows()
    {
        Assert.Equal("[2x2], type = Float32, device = cpu\n 1 2.5\n 3 4", matrix.jlstr(newLine: "\n"));
        Assert.Equal("[], type = Int64, device = cpu, value = 3", torch.tensor(3L).ToString(true));
        Assert.Equal("[2x1x1], type = Float32, device = cpu\n[0,..,..] =\n 0\n[1,..,..] =\n 1", Values.Counting(2, 1, 1).jlstr(newLine: "\n"));
    }

    [Fact]
    public void ToString_Numpy_NestsBrackets() => Assert.Equal("[[1 2.5]\n [3 4]]", matrix.npstr(newLine: "\n"));

    [Fact]
    public void ToString_LongVector_IsCutInTheMiddle() => Assert.Equal("[0 1 2 ... 97 98 99]", Values.Counting(100).npstr());

    [Fact]
    public void ToString_CSharp_IsAnArray() =>
        Assert.Equal("[2], type = Bool, device = cpu, value = Bool [] {True, False}", torch.tensor(new[] { true, false }).cstr());

    [Fact]
    public void ToString_Disposed_DoesNotThrow()
    {
        var tensor = torch.ones(1);
        tensor.Dispose();

        Assert.Equal("a disposed tensor", tensor.ToString());
    }
}
