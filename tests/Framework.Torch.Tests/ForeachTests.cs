using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

public sealed class ForeachTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(2, 5, 13)]
    [InlineData(1, 7, 17)]
    [InlineData(double.PositiveInfinity, 4, 12)]
    public void Norm_OfEachTensor_IsOfTheOrder(double order, float first, float second) =>
        Assert.Equal([first, second], Foreach.Norm(Two(), order).Select(norm => norm.item<float>()));

    [Fact]
    public void Norm_InfiniteOrderWithNaN_IsNaN() =>
        Assert.True(float.IsNaN(Foreach.Norm([tensor(new[] { 1f, float.NaN, 2f })], double.PositiveInfinity)[0].item<float>()));

    [Fact]
    public void MultiplyAddLerp_InPlace_ChangeTheFirstList()
    {
        var tensors = Two();
        Foreach.Multiply(tensors, 2);
        Assert.Equal([6f, -8, 10, 24], Values(tensors));
        Foreach.Add(tensors, Two(), -1);
        Assert.Equal([3f, -4, 5, 12], Values(tensors));
        Foreach.Lerp(tensors, [zeros(2), ones(2)], 0.75);
        Assert.Equal([0.75f, -1, 2, 3.75f], Values(tensors));
    }

    [Fact]
    public void AnyOperator_NoTensors_DoesNothing()
    {
        Foreach.Multiply([], 2);
        Foreach.Add([], []);
        Assert.Empty(Foreach.Norm([]));
    }

    internal static float[] Values(params Tensor[] tensors) => [.. tensors.SelectMany(each => each.detach().contiguous().data<float>().ToArray())];

    private static Tensor[] Two() => [tensor(new[] { 3f, -4 }), tensor(new[] { 5f, 12 })];
}
