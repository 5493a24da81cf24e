using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class FactoryTests
{
    [Fact]
    public void Zeros_NoType_IsFloat32OnTheCpu()
    {
        using var tensor = torch.zeros(2, 3);

        Assert.Equal([2, 3], tensor.shape);
        Assert.Equal(ScalarType.Float32, tensor.dtype);
        Assert.Equal(DeviceType.CPU, tensor.device_type);
        Assert.All(tensor.Floats(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Tensor_RectangularArray_KeepsShapeTypeAndOrder()
    {
        using var tensor = torch.tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });

        Assert.Equal([2, 3], tensor.shape);
        Assert.Equal(ScalarType.Float64, tensor.dtype);
        Assert.Equal([1, 2, 3, 4, 5, 6], tensor.Doubles());
    }

    [Fact]
    public void Tensor_ElementTypes_AreTheNetOnes()
    {
        Assert.Equal(ScalarType.Byte, torch.tensor(new byte[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int8, torch.tensor(new sbyte[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int16, torch.tensor(new short[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int32, torch.tensor(new[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int64, torch.tensor(new[] { 1L }).dtype);
        Assert.Equal(ScalarType.Float16, torch.tensor(new[] { (Half)1 }).dtype);
        Assert.Equal(ScalarType.BFloat16, torch.tensor(new[] { (BFloat16)1f }).dtype);
        Assert.Equal(ScalarType.Float32, torch.tensor(new[] { 1f }).dtype);
        Assert.Equal(ScalarType.Bool, torch.tensor(new[] { true }).dtype);
        Assert.Equal(ScalarType.ComplexFloat64, torch.tensor(new[] { Complex.One }).dtype);
        Assert.Equal(ScalarType.ComplexFloat32, torch.tensor(new[] { (1f, 2f) }).dtype);
    }

    [Fact]
    public void Tensor_ArrayAndShape_ChecksTheirSizes()
    {
        var error = Assert.Throws<ArgumentException>(() => torch.tensor(new[] { 1f, 2f, 3f }, [2, 2]));

        Assert.Equal("The shape [2, 2] holds 4 elements; 3 are given.", error.Message);
    }

    [Fact]
    public void Tensor_ArrayChangedLater_KeepsItsCopy()
    {
        var array = new[] { 1f, 2f };
        using var tensor = torch.tensor(array);
        array[0] = 9;

        Assert.Equal([1, 2], tensor.Floats());
    }

    [Fact]
    public void FromArray_ArrayChangedLater_SharesItsMemory()
    {
        var array = new[] { 1f, 2f };
        using var tensor = torch.from_array(array);
        array[0] = 9;

        Assert.Equal([9, 2], tensor.Floats());
    }

    [Fact]
    public void Frombuffer_OffsetAndCount_ReadsThoseBytes()
    {
        var bytes = new byte[] { 9, 9, 1, 0, 2, 0, 3, 0 };

        using var tensor = torch.frombuffer(bytes, ScalarType.Int16, count: 2, offset: 2);

        Assert.Equal([1, 2], tensor.Longs());
    }

    [Fact]
    public void Frombuffer_TooFewBytes_SaysHowMany()
    {
        var error = Assert.Throws<ArgumentException>(() => torch.frombuffer(new byte[6], ScalarType.Float32, count: 2));

        Assert.Equal("6 bytes after the offset 0 do not hold 2 elements of 4 bytes.", error.Message);
    }

    [Fact]
    public void Arange_IntegersOrFractions_PicksTheType()
    {
        Assert.Equal([2, 4, 6], torch.arange(2, 7, 2).Longs());
        Assert.Equal(ScalarType.Int64, torch.arange(3).dtype);
        Assert.Equal(ScalarType.Float32, torch.arange(0, 1, 0.25).dtype);
        Assert.Equal([0, 0.25f, 0.5f, 0.75f], torch.arange(0, 1, 0.25).Floats());
    }

    [Fact]
    public void Linspace_FivePoints_IncludesBothEnds() => Values.Equal([0, 0.25, 0.5, 0.75, 1], torch.linspace(0, 1, 5));

    [Fact]
    public void Logspace_Base2_GivesPowers() => Values.Equal([1, 2, 4, 8], torch.logspace(0, 3, 4, 2));

    [Fact]
    public void Eye_Rectangular_HasOnesOnTheDiagonal() => Assert.Equal([1, 0, 0, 0, 1, 0], torch.eye(2, 3).Floats());

    [Fact]
    public void Full_NoType_IsTheValuesType()
    {
        Assert.Equal(ScalarType.Int32, torch.full(2, 3).dtype);
        Assert.Equal(ScalarType.Float64, torch.full(2, 3.0).dtype);
        Assert.Equal([3, 3], torch.full(2, 3.0).Doubles());
    }

    [Fact]
    public void Likes_OfAnIntegerTensor_KeepShapeAndType()
    {
        using var model = torch.tensor(new[,] { { 1, 2 } });

        Assert.Equal([0, 0], torch.zeros_like(model).Longs());
        Assert.Equal(ScalarType.Int32, model.ones_like().dtype);
        Assert.Equal([7, 7], model.full_like(7).Longs());
        Assert.Equal(ScalarType.Float64, model.zeros_like(ScalarType.Float64).dtype);
        Assert.Equal([1, 2], model.empty_like().shape);
        Assert.Equal([3, 4], model.new_zeros(3, 4).shape);
        Assert.Equal(ScalarType.Int32, model.new_full(2, 5).dtype);
    }

    [Fact]
    public void Zeros_Names_AreRefused()
    {
        var error = Assert.Throws<NotSupportedException>(() => torch.zeros([2], names: ["x"]));

        Assert.Equal("Named dimensions are not supported; leave 'names' out.", error.Message);
    }

    [Fact]
    public void Zeros_RequiresGrad_IsALeafThatDoes()
    {
        using var tensor = torch.zeros(2, requires_grad: true);

        Assert.True(tensor.requires_grad);
        Assert.True(tensor.is_leaf);
    }
}
