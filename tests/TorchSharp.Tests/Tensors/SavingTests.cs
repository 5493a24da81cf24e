using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class SavingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tensors").FullName;

    private string PathOf(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Bool)]
    public void SaveAndLoad_Archive_GivesTheSameTensor(ScalarType type)
    {
        using var saved = Values.Counting(2, 3).to(type);
        torch.save(saved, PathOf("tensor.pt"));

        using var loaded = torch.load(PathOf("tensor.pt"));

        Assert.Equal(type, loaded.dtype);
        Assert.True(saved.Equals(loaded));
    }

    [Fact]
    public void Save_Archive_IsAZipFile()
    {
        torch.save(torch.ones(1), PathOf("tensor.pt"));

        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(PathOf("tensor.pt"))[..2]);
    }

    [Fact]
    public void Load_NoFile_NamesIt()
    {
        var error = Assert.Throws<FileNotFoundException>(() => torch.load(PathOf("none.pt")));

        Assert.Equal($"{PathOf("none.pt")}: no such file.", error.Message);
    }

    [Fact]
    public void Load_ArchiveCutOff_SaysSo()
    {
        torch.save(torch.ones(1000), PathOf("tensor.pt"));
        var bytes = File.ReadAllBytes(PathOf("tensor.pt"));
        File.WriteAllBytes(PathOf("cut.pt"), bytes[..(bytes.Length / 2)]);

        var error = Assert.Throws<InvalidDataException>(() => torch.load(PathOf("cut.pt")));

        Assert.StartsWith($"{PathOf("cut.pt")}: no tensor can be read from it: ", error.Message);
        Assert.EndsWith("Save it again with torch.save.", error.Message);
    }

    [Fact]
    public void Save_FolderIsMissing_SaysSo()
    {
        var error = Assert.Throws<IOException>(() => torch.save(torch.ones(1), PathOf("none/tensor.pt")));

        Assert.StartsWith($"{PathOf("none/tensor.pt")}: the tensor cannot be written: ", error.Message);
    }

    [Fact]
    public void SaveAndLoad_Stream_KeepsTransposedAndEmptyTensorsApart()
    {
        using var stream = new MemoryStream();
        using var transposed = Values.Counting(2, 3).t();
        transposed.Save(stream);
        torch.zeros(0, 4).Save(stream);
        stream.Position = 0;

        Assert.True(transposed.Equals(Tensor.Load(stream)));
        Assert.Equal([0, 4], Tensor.Load(stream).shape);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Save_Stream_IsTypeShapeAndElements()
    {
        using var stream = new MemoryStream();
        torch.tensor(new short[] { 1, -1 }).Save(stream);

        Assert.Equal([2, 1, 2, 1, 0, 0xff, 0xff], stream.ToArray()); // Int16, one dimension of size 2
    }

    [Fact]
    public void Load_IntoATensorOfAnotherShape_NamesBoth()
    {
        using var stream = new MemoryStream();
        torch.ones(2).Save(stream);
        stream.Position = 0;

        var error = Assert.Throws<ArgumentException>(() => torch.ones(3).Load(new BinaryReader(stream)));

        Assert.Equal("The saved tensor is Float32 [2]; the one to load into is Float32 [3]. Load into the model that was saved.", error.Message);
    }

    [Fact]
    public void Load_IntoATransposedTensor_FillsItInIndexOrder()
    {
        using var stream = new MemoryStream();
        Values.Counting(3, 2).Save(stream);
        stream.Position = 0;
        using var target = torch.zeros(2, 3).t();

        target.Load(new BinaryReader(stream));

        Assert.Equal([0, 1, 2, 3, 4, 5], target.Floats());
    }

    [Fact]
    public void Load_StreamCutOff_SaysHowMuchIsThere()
    {
        using var stream = new MemoryStream();
        torch.ones(100).Save(stream);
        stream.SetLength(stream.Length - 1);
        stream.Position = 0;

        var error = Assert.Throws<EndOfStreamException>(() => Tensor.Load(stream));

        Assert.Equal("The elements need 400 bytes; 399 are left. The file is cut off; write it again.", error.Message);
    }

    [Theory]
    [InlineData(new byte[] { 99, 1, 1 }, "99 is no element type. The file is damaged or holds no tensor.")]
    [InlineData(new byte[] { 6, 100 }, "A tensor cannot have 100 dimensions. The file is damaged or holds no tensor.")]
    public void Load_NoTensor_IsRefused(byte[] bytes, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream(bytes)));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Load_HugeShapeInASmallFile_AllocatesNothing()
    {
        // Float64, 2 dimensions of 2^40 elements each
        byte[] bytes = [7, 2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20];

        var error = Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream(bytes)));

        Assert.StartsWith("A tensor cannot have the shape [1099511627776, 1099511627776].", error.Message);
    }
}
