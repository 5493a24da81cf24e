using System.Text;
using Framework.Components.Training.Checkpoints;
using TorchSharp;

namespace Framework.Components.Tests.Training;

public sealed class SafeTensorsTests
{
    [Fact]
    public void Write_ThenRead_GivesTheSameTensorsAndText()
    {
        using var scope = torch.NewDisposeScope();
        var layout = torch.arange(24, dtype: torch.ScalarType.Float32).reshape(2, 3, 2, 2).permute(0, 3, 1, 2);
        using var content = Read(Write(
            [("a", layout), ("b", torch.tensor(new long[] { 1, -2 })), ("c", torch.tensor(3.5)), ("d", torch.zeros(0, 4))], new() { ["epoch"] = "7", ["text"] = "ä\"\n" }));
        Assert.Equal(["a", "b", "c", "d"], content.Tensors.Keys);
        Assert.Equal(layout.contiguous().data<float>().ToArray(), content.Tensors["a"].data<float>().ToArray());
        Assert.Equal([2, 2, 3, 2], content.Tensors["a"].shape);
        Assert.Equal([1, -2], content.Tensors["b"].data<long>().ToArray());
        Assert.Equal(3.5, content.Tensors["c"].item<double>());
        Assert.Equal([0, 4], content.Tensors["d"].shape);
        Assert.Equal("ä\"\n", content.Metadata["text"]);
    }

    // The layout of the format's own description, byte by byte.
    [Fact]
    public void Write_OneTensor_LaysItOutAsTheFormatSays()
    {
        using var tensor = torch.tensor(new float[] { 1, 2 });
        var bytes = Write([("w", tensor)], []);
        var header = "{\"__metadata__\":{},\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}".PadRight(72);
        Assert.Equal(72, BitConverter.ToInt64(bytes));
        Assert.Equal(header, Encoding.UTF8.GetString(bytes, 8, 72));
        Assert.Equal([0, 0, 128, 63, 0, 0, 0, 64], bytes[80..]);
    }

    [Fact]
    public void Read_CutOffAnywhere_SaysThatItIsDamaged()
    {
        using var tensor = torch.tensor(new float[] { 1, 2 });
        var bytes = Write([("w", tensor)], []);
        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Assert.Throws<DataFormatException>(() => Read(bytes[..length]));
            Assert.StartsWith("w.safetensors: the file is damaged: ", error.Message, StringComparison.Ordinal);
            Assert.EndsWith(". Restore it from a copy, or make it again.", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", "'w' of shape 2 should have 8 bytes and has 4")]
    [InlineData("{\"w\":{\"dtype\":\"Q4\",\"shape\":[2],\"data_offsets\":[0,4]}}", "'w' is of type 'Q4', which is unknown here")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[-1,-1],\"data_offsets\":[0,4]}}", "'w' of shape -1 x -1 should have -1 bytes and has 4")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "it ends within 'w': 66 of at least 70 bytes")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4294967296],\"data_offsets\":[0,0]}}", "'w' of shape 4294967296 x 4294967296 x 4294967296 should have 9223372036854775807 bytes and has 0")]
    [InlineData("{\"w\":{\"dtype\":\"I16\",\"shape\":[2],\"data_offsets\":[0,4]},\"v\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[2,4]}}", "'v' begins at byte 2 of the data, within another tensor")]
    [InlineData("{\"w\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[2,4]}}", "bytes 0 to 1 of the data, before 'w', belong to no tensor")]
    [InlineData("{\"w\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[0,2]}}", "its tensors have 2 bytes, and 4 follow the header")]
    [InlineData("{\"w\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[0,2]},\"w\":{\"dtype\":\"I16\",\"shape\":[1],\"data_offsets\":[2,4]}}", "'w' stands in its header twice")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"code\":1}}", "'w' should be described by a dtype, a shape and two data_offsets")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[9223372036854775804,-9223372036854775808]}}", "'w' of shape 1 should have 4 bytes and has -18446744073709551612")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4]}}", "its header is not that of a safetensors file")]
    [InlineData("{\"w\":{\"shape\":[1]}}", "its header is not that of a safetensors file")]
    [InlineData("{,}", "its header is not that of a safetensors file")]
    [InlineData("{\"w\":3}", "its header is not that of a safetensors file")]
    [InlineData("[]", "its header is not that of a safetensors file")]
    public void Read_WrongHeader_SaysWhatIsWrong(string header, string fact)
    {
        byte[] bytes = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), 0, 0, 0, 0];
        var error = Assert.Throws<DataFormatException>(() => Read(bytes));
        Assert.Equal($"w.safetensors: the file is damaged: {fact}. Restore it from a copy, or make it again.", error.Message);
    }

    [SharedDataFact]
    public void Read_PublishedNetwork_GivesItsLayers()
    {
        using var content = SafeTensors.Read(SharedData.File("data", "weights-meshnet", "net_tissue_fast.safetensors"));
        Assert.Equal(20, content.Tensors.Count);
        Assert.Equal(5598, content.Tensors.Values.Sum(tensor => tensor.numel()));
        Assert.Equal([3, 5, 1, 1, 1], content.Tensors["convs.9.weight"].shape);
    }

    private static byte[] Write((string, torch.Tensor)[] tensors, Dictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        SafeTensors.Write(stream, tensors, metadata);
        return stream.ToArray();
    }

    private static SafeTensorsContent Read(byte[] bytes) => SafeTensors.Read(new MemoryStream(bytes), "w.safetensors");
}
