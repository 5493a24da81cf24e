using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Framework.Components.Models.Weights;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Weights;

public sealed class WeightsFileTests : IDisposable
{
    private const string Remedy = "torch.save(model.state_dict(), 'weights.pth')";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Formats => ["zip.pth", "legacy.pth"];

    // Views of one storage: rows, a column, the transposed whole.
    [Theory]
    [MemberData(nameof(Formats))]
    public void Open_FileOfTorchSave_GivesViewsOfASharedStorage(string name)
    {
        using var file = WeightsFile.Open(WeightsFiles.Made(name));

        Assert.Equal([0, 0.25, 0.5, 0.75, 1, 1.25], WeightsFiles.Values(file.Tensors["float"]));
        Assert.Equal([3, 2], file.Tensors["transposed"].Shape);
        Assert.Equal([0, 0.75, 0.25, 1, 0.5, 1.25], WeightsFiles.Values(file.Tensors["transposed"]));
        Assert.Equal([0.75, 1, 1.25], WeightsFiles.Values(file.Tensors["row"]));
        Assert.Equal([0.25, 1], WeightsFiles.Values(file.Tensors["column"]));
        Assert.Equal([7, 7, 7], WeightsFiles.Values(file.Tensors["expanded"]));
        Assert.Equal([-1.5, 3.25], WeightsFiles.Values(file.Tensors["parameter"]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Open_FileOfTorchSave_GivesEveryType(string name)
    {
        using var file = WeightsFile.Open(WeightsFiles.Made(name));

        (string Name, ScalarType Type)[] types =
        [
            ("double", ScalarType.Float64), ("half", ScalarType.Float16), ("bfloat", ScalarType.BFloat16), ("long", ScalarType.Int64),
            ("int", ScalarType.Int32), ("short", ScalarType.Int16), ("char", ScalarType.Int8), ("byte", ScalarType.Byte),
        ];
        foreach (var (tensor, type) in types)
        {
            Assert.Equal(type, file.Tensors[tensor].Type);
            Assert.Equal([0, 3, 6, 9, 12], WeightsFiles.Values(file.Tensors[tensor]));
        }

        Assert.Equal([0, 1, 1, 0, 1], WeightsFiles.Values(file.Tensors["bool"]));
        Assert.Equal([], file.Tensors["scalar"].Shape);
        Assert.Equal([2.5], WeightsFiles.Values(file.Tensors["scalar"]));
        Assert.Equal([0, 4], file.Tensors["empty"].Shape);
        Assert.Equal(17, file.Tensors.Count);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Open_FileOfTorchSave_SaysItsWrappings(string name)
    {
        using var file = WeightsFile.Open(WeightsFiles.Made(name));

        Assert.Equal(
            [
                "the tensors are in its dictionary 'state_dict', beside 'epoch', 'rate', 'name', 'flags', 'numbers', 'optimizer' and 4 more",
                "every name began with 'module.'",
            ],
            file.Notes);
    }

    // There is no GPU here to save from; the device stands in the storage's identity and changes nothing else.
    [Fact]
    public void Open_SavedFromAGpu_GivesTheSame()
    {
        using var file = Open(WeightsFiles.Zip(PickleText.OneTensor("cuda:0", 2, [2], [1]), ("data/0", Bytes(1.5f, -2f))));

        Assert.Equal([1.5, -2], WeightsFiles.Values(file.Tensors["w"]));
    }

    [Fact]
    public void Open_SavedOnABigEndianMachine_TurnsTheBytes()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteSingleBigEndian(bytes, 1.5f);
        BinaryPrimitives.WriteSingleBigEndian(bytes.AsSpan(4), -2f);

        using var file = Open(WeightsFiles.Zip(PickleText.OneTensor("cpu", 2, [2], [1]), ("byteorder", "big"u8.ToArray()), ("data/0", bytes)));

        Assert.Equal([1.5, -2], WeightsFiles.Values(file.Tensors["w"]));
    }

    [Theory]
    [InlineData("posix", "system", "it names 'posix.system'")]
    [InlineData("__builtin__", "eval", "it names '__builtin__.eval'")]
    [InlineData("torchvision.models.resnet", "ResNet", "it is a pickled whole module: it names 'torchvision.models.resnet.ResNet'")]
    [InlineData("torch.nn.modules.container", "Sequential", "it is a pickled whole module: it names 'torch.nn.modules.container.Sequential'")]
    public void Open_NameThatIsCode_IsRefusedByName(string module, string name, string fact)
    {
        // What Python would run as os.system('touch ran'), or make a module of.
        var pickle = new PickleText().Global(module, name).Op("(").Text($"touch {_folder.Path}/ran").Op("tR").Done();
        foreach (var bytes in new[] { pickle, WeightsFiles.Zip(pickle) })
            Assert.Equal(
                $"{_folder.Path}/w.pth: {fact}, which is neither a tensor nor a plain value; only Python could make one of it, by running code. Nothing was run. "
                + $"Save the weights alone, where the file comes from: {Remedy}.",
                Refusal(bytes));
        Assert.False(File.Exists($"{_folder.Path}/ran"));
    }

    [Fact]
    public void Open_PickledModuleOfTorchSave_IsRefusedByName() => Assert.StartsWith(
        $"{WeightsFiles.Made("module.pth")}: it is a pickled whole module: it names 'torch.nn.modules.container.Sequential', which is neither",
        Assert.Throws<DataFormatException>(() => WeightsFile.Open(WeightsFiles.Made("module.pth"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_TorchScript_SaysWhatToSave() => Assert.Equal(
        $"{_folder.Path}/w.pth: it is a TorchScript archive, which holds a program. Nothing was run. Save its weights alone: torch.save(torch.jit.load(file).state_dict(), 'weights.pth').",
        Refusal(WeightsFiles.Zip(new PickleText().Op("}").Done(), ("constants.pkl", new PickleText().Op(")").Done()))));

    [Theory]
    [InlineData("", "the file is empty. Restore it from a copy, or make it again.")]
    [InlineData("hello, world", "it is neither a safetensors file nor one of PyTorch's: neither begins like this. Give a .safetensors or .pth file.")]
    [InlineData("\u0089HDF\r\n\u001a\n", "it is neither a safetensors file nor one of PyTorch's: neither begins like this. Give a .safetensors or .pth file.")]
    [InlineData("\u0080\u0002}.", "it is a pickle, and none of torch.save's. Save the weights with torch.save: " + Remedy + ".")]
    [InlineData("\u0080\u0004}.", "it is a pickle of protocol 4; torch.save writes protocol 2. Save the weights with torch.save and its default protocol: " + Remedy + ".")]
    [InlineData("PK\u0003\u0004", "the file is damaged: it is a zip archive without an end, as after a copy that stopped. Restore it from a copy, or make it again.")]
    public void Open_OtherContent_SaysWhatItIs(string content, string fact) =>
        Assert.Equal($"{_folder.Path}/w.pth: {fact}", Refusal([.. content.Select(letter => (byte)letter)]));

    [Fact]
    public void Open_NoFile_SaysSo() => Assert.Equal(
        "none.pth: no such file. Give the path of a safetensors or PyTorch file.",
        Assert.Throws<DataFormatException>(() => WeightsFile.Open("none.pth")).Message);

    [Fact]
    public void Open_CompressedEntry_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("archive/data.pkl", CompressionLevel.SmallestSize).Open())
            entry.Write(new byte[1000]);

        Assert.Equal(
            $"{_folder.Path}/w.pth: its entry 'archive/data.pkl' is compressed or encrypted; torch.save stores entries as they are. Save the weights again with torch.save: {Remedy}.",
            Refusal(stream.ToArray()));
    }

    [Fact]
    public void Open_PickleBeyondTheLimit_SaysBoth() => Assert.Equal(
        $"{_folder.Path}/w.pth: its pickle has 16,777,217 bytes, and at most 16,777,216 are read. Save the weights alone: {Remedy}.",
        Refusal(WeightsFiles.Zip(new byte[(16 << 20) + 1])));

    [Fact]
    public void Open_DamagedStorage_IsFoundByItsChecksum()
    {
        var bytes = WeightsFiles.Zip(PickleText.OneTensor("cpu", 2, [2], [1]), ("data/0", Bytes(1.5f, -2f)));
        bytes[bytes.AsSpan().IndexOf(Bytes(1.5f, -2f))] ^= 1;

        Assert.Equal(Damaged("the checksum of 'archive/data/0' does not fit its bytes"), Refusal(bytes));
    }

    [Theory]
    [InlineData(new[] { 3 }, new[] { 1 }, 0, "a tensor of shape (3) reaches beyond its storage of 2 elements")]
    [InlineData(new[] { 2 }, new[] { 1 }, 1, "a tensor of shape (2) reaches beyond its storage of 2 elements")]
    [InlineData(new[] { 2, 2 }, new[] { 2, 1 }, 0, "a tensor of shape (2, 2) reaches beyond its storage of 2 elements")]
    [InlineData(new[] { 2147483647, 2147483647, 2147483647 }, new[] { 0, 0, 0 }, 0, "a tensor of shape (2147483647, 2147483647, 2147483647) reaches beyond its storage of 2 elements")]
    [InlineData(new[] { -1 }, new[] { 1 }, 0, "a tensor's shape (-1) and strides (1) from element 0 cannot be")]
    [InlineData(new[] { 2 }, new[] { -1 }, 1, "a tensor's shape (2) and strides (-1) from element 1 cannot be")]
    [InlineData(new[] { 2 }, new[] { 1, 1 }, 0, "a tensor's shape (2) and strides (1, 1) from element 0 cannot be")]
    public void Open_ViewBeyondItsStorage_IsRefused(int[] shape, int[] strides, int offset, string fact) =>
        Assert.Equal(Damaged(fact), Refusal(WeightsFiles.Zip(PickleText.OneTensor("cpu", 2, shape, strides, offset), ("data/0", Bytes(1.5f, -2f)))));

    [Fact]
    public void Open_StorageLongerThanItsEntry_IsRefused() => Assert.Equal(
        Damaged("storage '0' should have 12 bytes and has 8"),
        Refusal(WeightsFiles.Zip(PickleText.OneTensor("cpu", 3, [3], [1]), ("data/0", Bytes(1.5f, -2f)))));

    [Fact]
    public void Open_DictionaryThatHoldsItself_EndsWithItsNames()
    {
        var pickle = new PickleText().Op("}q\0").Text("model").Op("h\0s").Done();

        Assert.Equal($"{_folder.Path}/w.pth: its dictionary holds no named tensors, only 'model'. Save the weights alone: {Remedy}.", Refusal(WeightsFiles.Zip(pickle)));
    }

    [Fact]
    public void Open_TwoNetworksInOneFile_AsksForOne()
    {
        var pickle = new PickleText().Op("}").Text("student").Op("}").Text("w").Tensor("cpu", 1, [1], [1]).Op("ss")
            .Text("teacher").Op("}").Text("w").Tensor("cpu", 1, [1], [1]).Op("ss").Done();

        Assert.Equal(
            $"{_folder.Path}/w.pth: it has several dictionaries of tensors, 'student', 'teacher'. Save the one you mean alone: torch.save(torch.load(file)['student'], 'weights.pth').",
            Refusal(WeightsFiles.Zip(pickle, ("data/0", Bytes(1f)))));
    }

    private static byte[] Bytes(params float[] values) => MemoryMarshal.AsBytes<float>(values).ToArray();

    private string Damaged(string fact) => $"{_folder.Path}/w.pth: the file is damaged: {fact}. Restore it from a copy, or make it again.";

    private WeightsFile Open(byte[] bytes) => WeightsFile.Open(_folder.Write("w.pth", bytes));

    private string Refusal(byte[] bytes) => Assert.Throws<DataFormatException>(() => Open(bytes).Dispose()).Message;
}
