using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class IndexingTests
{
    private readonly Tensor grid = Values.Counting(3, 4); // 0..3 / 4..7 / 8..11

    [Fact]
    public void Get_Numbers_SelectsFromEitherEnd()
    {
        Assert.Equal([4, 5, 6, 7], grid[1].Floats());
        Assert.Equal(6, grid[1, 2].item<float>());
        Assert.Equal(11, grid[-1, -1].item<float>());
        Assert.Equal(11, grid[^1, ^1].item<float>());
    }

    [Fact]
    public void Get_Slices_TakeRangesAndSteps()
    {
        Assert.Equal([4, 8], grid[1..3, 0].Floats());
        Assert.Equal([4, 8], grid[1.., 0].Floats());
        Assert.Equal([0, 4], grid[..^1, 0].Floats());
        Assert.Equal([3, 7, 11], grid[.., ^1].Floats());
        Assert.Equal([0, 2], grid[0, TensorIndex.Slice(step: 2)].Floats());
        Assert.Equal([1, 2], grid[0, TensorIndex.Slice(1, 3)].Floats());
        Assert.Equal([1, 5, 9], grid[TensorIndex.Ellipsis, 1].Floats());
        Assert.Equal([1, 5, 9], grid[TensorIndex.Colon, 1].Floats());
        Assert.Equal([3, 1, 4], grid[TensorIndex.Colon, TensorIndex.None].shape);
    }

    [Fact]
    public void Get_MaskOrIndexTensor_Copies()
    {
        Assert.Equal([10, 11], grid[grid > 9].Floats());
        Assert.Equal([8, 9, 10, 11, 0, 1, 2, 3], grid[torch.tensor(new[] { 2L, 0L })].Floats());
        Assert.Equal([1, 6], grid[torch.tensor(new[] { 0L, 1L }), torch.tensor(new[] { 1L, 2L })].Floats());
        Assert.Equal([2, 10], grid[TensorIndex.Tensor(torch.tensor(new[] { 0L, 2L })), 2].Floats());
    }

    [Fact]
    public void Set_NumberSliceMask_WritesThrough()
    {
        using var copy = grid.clone();
        copy[0, 0] = -1;
        copy[1] = torch.zeros(4);
        copy[copy > 9] = 5f;
        copy[2, ..2] = torch.tensor(new[] { 7f, 8f });

        Assert.Equal([-1, 1, 2, 3, 0, 0, 0, 0, 7, 8, 5, 5], copy.Floats());
    }

    [Fact]
    public void Set_OnAView_ChangesTheWhole()
    {
        using var copy = grid.clone();
        copy[1][2] = 60;

        Assert.Equal(60, copy[1, 2].item<float>());
    }

    [Fact]
    public void Get_IndexTooLarge_ThrowsLibtorchsMessage()
    {
        var error = Assert.Throws<ExternalException>(() => grid[3]);

        Assert.Equal("index 3 is out of bounds for dimension 0 with size 3", error.Message);
    }

    [Fact]
    public void Get_TooManyIndices_ThrowsLibtorchsMessage()
    {
        var error = Assert.Throws<ExternalException>(() => grid[0, 0, 0]);

        Assert.Equal("too many indices for tensor of dimension 2", error.Message);
    }

    [Fact]
    public void IndexPut_Accumulate_AddsEachRepetition()
    {
        using var counts = torch.zeros(3);
        counts.index_put_(torch.ones(3), [torch.tensor(new[] { 1L, 1L, 2L })], accumulate: true);

        Assert.Equal([0, 2, 1], counts.Floats());
    }

    [Fact]
    public void GatherAndScatter_AreInverse()
    {
        using var index = torch.tensor(new[,] { { 2L, 0L, 1L, 0L } });

        Assert.Equal([8, 1, 6, 3], grid.gather(0, index).Floats());
        Assert.Equal(
            [0, 1, 0, 3, 0, 0, 6, 0, 8, 0, 0, 0], torch.zeros(3, 4).scatter_(0, index, grid.gather(0, index)).Floats());
        Assert.Equal([0, 3, 5], torch.zeros(3).scatter_add(0, torch.tensor(new[] { 1L, 2L, 1L }), torch.tensor(new[] { 1f, 5f, 2f })).Floats());
    }

    [Fact]
    public void IndexSelectAndMasks_PickAndFill()
    {
        Assert.Equal([1, 3, 5, 7, 9, 11], grid.index_select(1, torch.tensor(new[] { 1L, 3L })).Floats());
        Assert.Equal([9, 10, 11], grid.masked_select(grid > 8).Floats());
        Assert.Equal([0, 1, -1, -1], grid[0].masked_fill(grid[0] > 1, -1).Floats());
        Assert.Equal([11, 0], grid.take(torch.tensor(new[] { 11L, 0L })).Floats());
    }

    [Fact]
    public void Nonzero_Diagonal_GivesItsCoordinates()
    {
        using var eye = torch.eye(2);

        Assert.Equal([0, 0, 1, 1], eye.nonzero().Longs());
        Assert.Equal([[0, 1], [0, 1]], torch.where(eye > 0).Select(places => places.Longs()));
    }
}
