using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class SparseTests
{
    [Fact]
    public void SparseCooTensor_TwoElements_MakesTheDenseMatrix()
    {
        using var sparse = torch.sparse_coo_tensor(
            torch.tensor(new[,] { { 0L, 1 }, { 2L, 0 } }), torch.tensor(new[] { 5f, 7f }), [2, 3]);

        Assert.True(sparse.is_sparse);
        Assert.Equal([0, 0, 5, 7, 0, 0], sparse.to_dense().Floats());
        Assert.Equal([5, 7], sparse.SparseValues.Floats());
        Assert.Equal([0, 1, 2, 0], sparse.SparseIndices.Longs());
        Assert.Equal([0, 0, 5, 7, 0, 0], sparse.to_dense().to_sparse().to_dense().Floats());
    }

    [Fact]
    public void Cdist_ThreeFourFive_IsFive() =>
        Assert.Equal(5, torch.cdist(torch.zeros(1, 2), torch.tensor(new[,] { { 3f, 4f } })).item<float>(), 5);

    [Fact]
    public void Gradient_Squares_AreDifferencesOfNeighbours()
    {
        var slopes = torch.gradient(torch.tensor(new[] { 0.0, 1, 4, 9 }), 1, (long?)null).Single();

        Values.Equal([1, 2, 4, 5], slopes);
    }

    [Fact]
    public void IndexReduce_Amax_KeepsTheLargest() => Assert.Equal(
        [3, 9], torch.index_reduce(torch.tensor(new[] { 3f, 1f }), 0, torch.tensor(new[] { 0L, 1L }), torch.tensor(new[] { 2f, 9f }), Reduce.amax).Floats());
}
