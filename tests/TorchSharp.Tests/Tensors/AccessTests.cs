using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class AccessTests
{
    private readonly Tensor matrix = Values.Counting(2, 3);

    [Fact]
    public void Item_OneElement_IsItsValue()
    {
        Assert.Equal(5, matrix[1, 2].item<float>());
        Assert.Equal(7, torch.tensor(7L).item<long>());
        Assert.True(torch.tensor(true).item<bool>());
        Assert.Equal(1.5f, (float)torch.tensor(new[] { (Half)1.5 }).item<Half>());
        Assert.Equal(2.5, torch.tensor(2.5f).ToDouble());
        Assert.Equal(3, (long)torch.tensor(3L));
    }

    [Fact]
    public void Item_OtherType_NamesBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => matrix[0, 0].item<double>());

        Assert.Equal("The tensor's elements are Float32; they cannot be read as 'Double'. Convert it with to() first.", error.Message);
    }

    [Fact]
    public void Item_SeveralElements_ThrowsLibtorchsMessage()
    {
        var error = Assert.Throws<ExternalException>(() => matrix.item<float>());

        Assert.Equal("a Tensor with 6 elements cannot be converted to Scalar", error.Message);
    }

    [Fact]
    public void Data_ContiguousOrTransposed_ReadsInIndexOrder()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], matrix.data<float>().ToArray());
        Assert.Equal([0, 3, 1, 4, 2, 5], matrix.t().data<float>().ToArray());
        Assert.Equal([0, 3, 1, 4, 2, 5], matrix.t().data<float>());
        Assert.Equal(4, matrix.t().data<float>()[1, 1]);
        Assert.Equal(4, matrix.t().data<float>()[3]);
        Assert.Equal(6, matrix.data<float>().Count);
    }

    [Fact]
    public void Data_Written_ChangesTheTensor()
    {
        using var copy = matrix.clone();
        var elements = copy.data<float>();
        elements[0, 1] = 10;
        copy.t().data<float>().CopyFrom([-1f], tensorIndex: 5);

        Assert.Equal([0, 10, 2, 3, 4, -1], copy.Floats());
    }

    [Fact]
    public void Data_IndexOutside_Throws()
    {
        var error = Assert.Throws<IndexOutOfRangeException>(() => matrix.data<float>()[0, 3]);

        Assert.Equal("The index 3 is not in a dimension of size 3.", error.Message);
        Assert.Throws<ArgumentException>(() => matrix.data<float>()[0, 0, 0]);
    }

    [Fact]
    public void Data_TensorDisposed_ThrowsInsteadOfReadingFreedMemory()
    {
        var copy = matrix.clone();
        var elements = copy.data<float>();
        copy.Dispose();

        Assert.Throws<InvalidOperationException>(() => elements[0, 0]);
        Assert.Throws<InvalidOperationException>(elements.ToArray);
    }

    [Fact]
    public void ToNDArray_Matrix_HasItsShape()
    {
        var array = (float[,])matrix.data<float>().ToNDArray();

        Assert.Equal(5, array[1, 2]);
        Assert.Equal(3, array.GetLength(1));
    }

    [Fact]
    public void Bytes_Set_CopiesThemIn()
    {
        using var tensor = torch.zeros([2], ScalarType.Int16);
        tensor.bytes = new byte[] { 1, 0, 0, 1 };

        Assert.Equal([1, 256], tensor.Longs());
        Assert.Equal(4, tensor.bytes.Length);
        Assert.Throws<ArgumentException>(() => tensor.bytes = new byte[3]);
        Assert.Throws<InvalidOperationException>(() => matrix.t().bytes.Length);
    }

    [Fact]
    public void Tolist_Matrix_NestsLists()
    {
        var rows = Assert.IsType<List<object>>(matrix.tolist());

        Assert.Equal([3f, 4f, 5f], Assert.IsType<List<object>>(rows[1]));
    }

    [Fact]
    public void To_TypesAndBack_Converts()
    {
        using var fractions = torch.tensor(new[] { 1.7, -1.7 });

        Assert.Equal([1, -1], fractions.to(ScalarType.Int32).Longs());
        Assert.Equal(ScalarType.BFloat16, fractions.bfloat16().dtype);
        Assert.Equal(ScalarType.Int64, fractions.@long().dtype);
        Assert.Equal(ScalarType.Float32, fractions.type_as(matrix).dtype);
        Assert.Equal([true, true], fractions.@bool().Bools());
        var source = torch.ones(2);
        using var moved = source.to(ScalarType.Float64, disposeAfter: true);
        Assert.True(source.IsInvalid);
    }

    [Fact]
    public void ImplicitCasts_NumbersAndArrays_BecomeTensors()
    {
        Tensor number = 2.5f;
        Tensor array = new[] { 1, 2 };

        Assert.Equal(0, number.dim());
        Assert.Equal(2.5f, number.item<float>());
        Assert.Equal([2], array.shape);
    }

    [Fact]
    public void Copy_OtherTypeAndShape_ConvertsAndBroadcasts()
    {
        using var target = torch.zeros(2, 2);
        target.copy_(torch.tensor(new[] { 1, 2 }));

        Assert.Equal([1, 2, 1, 2], target.Floats());
    }

    [Theory]
    [InlineData(1.00390625f, 1f)]       // half way: to even
    [InlineData(1.01171875f, 1.015625f)] // half way: to even
    [InlineData(float.NaN, float.NaN)]
    public void BFloat16_OfAFloat_RoundsHalfToEven(float value, float expected)
    {
        Assert.Equal(expected, new BFloat16(value).ToSingle());
        Assert.Equal(expected, torch.tensor(value).bfloat16().item<BFloat16>().ToSingle());
    }
}
