using Framework.Components.Models;
using Framework.Sdk;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

public sealed class SafeTensorsTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Read_OfAHandMadeFile_GivesItsTensors()
    {
        var file = _folder.Write("two.safetensors", SafeTensorsFile.Of(
            """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[2,10]},"b":{"dtype":"U8","shape":[],"data_offsets":[0,1]}}""",
            [7, 0, 0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0])); // 1.0 and -2.5

        var tensors = SafeTensors.Read(file);

        Assert.Equal(["a", "b"], tensors.Keys.Order());
        Assert.Equal([1f, -2.5f], tensors["a"].data<float>().ToArray());
        Assert.Equal(7, tensors["b"].item<byte>());
    }

    [SharedDataFact]
    public void Read_OfAPublishedNetwork_GivesItsLayers()
    {
        var tensors = SafeTensors.Read(SharedData.File("data", "weights-meshnet", "net_tissue_fast.safetensors"));

        Assert.Equal(20, tensors.Count);
        Assert.Equal(5598, tensors.Values.Sum(tensor => tensor.numel()));
        Assert.Equal([3, 5, 1, 1, 1], tensors["convs.9.weight"].shape);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "has tensor 'a' at bytes 0 to 4 of 4, which does not fit its shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "has tensor 'a' at bytes 4 to 8 of 4, which does not fit its shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", "has tensor 'a' at bytes 0 to 0 of 4, which does not fit its shape")]
    [InlineData("""{"a":{"dtype":"F8","shape":[4],"data_offsets":[0,4]}}""", "has tensors of type 'F8', which is not read here")]
    [InlineData("""{"a":{"shape":[1]}}""", "does not say dtype, shape and data_offsets of 'a'")]
    [InlineData("[]", "has a header that is no JSON object")]
    [InlineData("{,}", "has a header that is not JSON")]
    public void Read_OfABrokenFile_SaysWhatIsWrong(string header, string fact)
    {
        var file = _folder.Write("broken.safetensors", SafeTensorsFile.Of(header, [0, 0, 0, 0]));

        var error = Assert.Throws<DataFormatException>(() => SafeTensors.Read(file));

        Assert.Equal($"{file}: {fact}. Expected a whole safetensors file; download or convert it again.", error.Message);
    }

    [Fact]
    public void Read_OfATruncatedHeader_SaysItsLength()
    {
        var file = _folder.Write("short.safetensors", [100, 0, 0, 0, 0, 0, 0, 0, (byte)'{']);

        var error = Assert.Throws<DataFormatException>(() => SafeTensors.Read(file));

        Assert.Equal($"{file}: says its header has 100 bytes. Expected a whole safetensors file; download or convert it again.", error.Message);
    }
}
