using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class ShapeTests
{
    private readonly Tensor matrix = Values.Counting(2, 3); // 0 1 2 / 3 4 5

    [Fact]
    public void Metadata_OfAMatrix_IsReadAsStored()
    {
        Assert.Equal(2, matrix.dim());
        Assert.Equal(6, matrix.numel());
        Assert.Equal(4, matrix.element_size());
        Assert.Equal([3, 1], matrix.stride());
        Assert.Equal(3, matrix.size(-1));
        Assert.Equal([1, 3], matrix.t().stride());
        Assert.False(matrix.t().is_contiguous());
        Assert.Equal(3, matrix[1].storage_offset());
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.size(2));
    }

    [Fact]
    public void ReshapeAndView_KeepTheOrder()
    {
        Assert.Equal([3, 2], matrix.reshape(3, 2).shape);
        Assert.Equal([6], matrix.view(-1).shape);
        Assert.Equal([0, 3, 1, 4, 2, 5], matrix.t().reshape(6).Floats());
        Assert.Equal([1, 2, 3], matrix.unsqueeze(0).shape);
        Assert.Equal([2, 3], matrix.unsqueeze(0).squeeze().shape);
        Assert.Equal([2, 1, 3], torch.zeros(2, 1, 1, 3).squeeze(2).shape);
        Assert.Equal([6], matrix.flatten().shape);
        Assert.Equal([2, 3, 1], matrix.unflatten(1, 3, 1).shape);
    }

    [Fact]
    public void View_OtherCount_ThrowsLibtorchsMessage()
    {
        var error = Assert.Throws<ExternalException>(() => matrix.view(4));

        Assert.Equal("shape '[4]' is invalid for input of size 6", error.Message);
    }

    [Fact]
    public void PermuteAndTranspose_MoveDimensions()
    {
        Assert.Equal([4, 2, 3], torch.zeros(2, 3, 4).permute(2, 0, 1).shape);
        Assert.Equal([2, 4, 3], torch.zeros(2, 3, 4).transpose(1, 2).shape);
        Assert.Equal([3, 4, 2], torch.zeros(2, 3, 4).movedim([0], [2]).shape);
        Assert.Equal([0, 3, 1, 4, 2, 5], matrix.T.Floats());
    }

    [Fact]
    public void CatAndStack_JoinAlong()
    {
        using var row = torch.tensor(new[] { 1f, 2f });

        Assert.Equal([1, 2, 1, 2], torch.cat([row, row]).Floats());
        Assert.Equal([2, 2], torch.stack([row, row]).shape);
        Assert.Equal([1, 1, 2, 2], torch.stack([row, row], 1).Floats());
        Assert.Equal([2, 2], torch.vstack([row, row]).shape);
        Assert.Equal([4], torch.hstack([row, row]).shape);
    }

    [Fact]
    public void SplitAndChunk_PartsAddUp()
    {
        Assert.Equal([2, 2, 1], torch.zeros(5).split(2L).Select(part => part.shape[0]));
        Assert.Equal([1, 4], torch.zeros(5).split((long[])[1, 4], 0).Select(part => part.shape[0]));
        Assert.Equal([3, 2], torch.zeros(5).chunk(2).Select(part => part.shape[0]));
        Assert.Equal(3, matrix.unbind(1).Length);
        Assert.Equal([1, 4], matrix.unbind(1)[1].Floats());
        Assert.Equal([2, 3], torch.zeros(5).tensor_split((long[])[2]).Select(part => part.shape[0]));
    }

    [Fact]
    public void NarrowAndSelect_AreViews()
    {
        using var copy = matrix.clone();
        copy.select(0, 1).fill_(7);
        copy.narrow(1, 0, 1).fill_(-1);

        Assert.Equal([-1, 1, 2, -1, 7, 7], copy.Floats());
    }

    [Fact]
    public void ExpandRepeatAndTile_Copy()
    {
        using var row = torch.tensor(new[] { 1f, 2f });

        Assert.Equal([1, 2, 1, 2], row.expand(2, 2).Floats());
        Assert.Equal([1, 2, 1, 2], row.repeat(2).Floats());
        Assert.Equal([1, 1, 2, 2], row.repeat_interleave(2).Floats());
        Assert.Equal([1, 2, 1, 2], row.tile([2]).Floats());
        Assert.Equal([2, 2], row.broadcast_to(2, 2).shape);
    }

    [Fact]
    public void FlipRollAndRot90_MoveElements()
    {
        Assert.Equal([2, 1, 0, 5, 4, 3], matrix.flip(1).Floats());
        Assert.Equal([2, 0, 1, 5, 3, 4], matrix.roll(1, 1).Floats());
        Assert.Equal([2, 5, 1, 4, 0, 3], matrix.rot90().Floats());
    }

    [Fact]
    public void TrianglesAndDiagonals_OfASquare()
    {
        using var square = Values.Counting(2, 2); // 0 1 / 2 3

        Assert.Equal([0, 0, 2, 3], square.tril().Floats());
        Assert.Equal([0, 1, 0, 3], square.triu().Floats());
        Assert.Equal([0, 3], square.diag().Floats());
        Assert.Equal(3, square.trace().item<float>());
        Assert.Equal([2, 2], torch.tensor(new[] { 1f, 2f }).diag_embed().shape);
    }

    [Fact]
    public void Unfold_WindowsOfTwo_Overlap() => Assert.Equal([0, 1, 1, 2], Values.Counting(3).unfold(0, 2, 1).Floats());

    [Fact]
    public void Meshgrid_IndexingNamed_OrdersTheDimensions()
    {
        var grids = torch.meshgrid([Values.Counting(2), Values.Counting(3)]);

        Assert.Equal([0, 0, 0, 1, 1, 1], grids[0].Floats());
        Assert.Equal([0, 1, 2, 0, 1, 2], grids[1].Floats());
    }

    [Fact]
    public void BroadcastShapes_SizesThatDiffer_NamesThem()
    {
        Assert.Equal([2, 3], torch.broadcast_shapes([2, 1], [3]).Shape);
        var error = Assert.Throws<ArgumentException>(() => torch.broadcast_shapes([2], [3]));
        Assert.Equal("Sizes 2 and 3 do not broadcast: they must be equal, or one of them 1.", error.Message);
    }

    [Fact]
    public void Size_OfTuples_ComparesByValue()
    {
        Size size = (2, 3);

        Assert.Equal(6, size.numel());
        Assert.True(size == new Size([2L, 3L]));
        Assert.Equal([2, 3, 4], (size + new Size(4L)).Shape);
        Assert.Equal(6, torch.randint(5, size).numel());
    }
}
