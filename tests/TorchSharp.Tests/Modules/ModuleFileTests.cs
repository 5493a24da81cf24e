using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ModuleFileTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ResidualModel _model = new();

    public void Dispose()
    {
        _model.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void SaveAndLoad_ThroughAFile_RestoresEveryValue()
    {
        var file = Path.GetTempFileName();
        try
        {
            _model.save(file);
            using var other = new ResidualModel();
            var loaded = new Dictionary<string, bool>();
            other.load(file, loadedParameters: loaded);

            var state = other.state_dict();
            foreach (var (name, tensor) in _model.state_dict())
                Assert.Equal(tensor.Values(), state[name].Values());
            Assert.Equal(ResidualModel.Names.Order(), loaded.Where(entry => entry.Value).Select(entry => entry.Key).Order());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Save_OneWeight_WritesTheDocumentedBytes()
    {
        using var layer = nn.Linear(nn.Parameter(full([1, 2], 1f)));
        using var stream = new MemoryStream();

        layer.save(new BinaryWriter(stream));

        byte[] expected = [1, 6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3F, 0, 0, 0x80, 0x3F];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Load_AnotherModelsFile_SaysWhatDiffers()
    {
        using var small = nn.Linear(1, 2);
        using var large = nn.Linear(1, 3);
        using var stream = new MemoryStream();
        small.save(new BinaryWriter(stream));
        stream.Position = 0;

        var error = Assert.Throws<ArgumentException>(() => large.load(new BinaryReader(stream)));

        Assert.Equal(
            "The state does not fit 'Linear': of another shape 'weight' is [2, 1], here [3, 1], 'bias' is [2], here [3]. Name in skip what should keep its values.",
            error.Message);
    }

    [Fact]
    public void Load_NoSuchFile_SaysSo() =>
        Assert.Equal(
            "There is no file '/nowhere/model.dat' to load the state of 'ResidualModel' from.",
            Assert.Throws<FileNotFoundException>(() => _model.load("/nowhere/model.dat")).Message);

    [Fact]
    public void Load_CutOffState_SaysHowFarItIsWholeAndCopiesNothing()
    {
        using var layer = nn.Linear(3, 2);
        using var stream = new MemoryStream();
        layer.save(new BinaryWriter(stream));
        nn.init.zeros_(layer.weight);

        var error = Assert.Throws<InvalidDataException>(() => layer.load(new MemoryStream(stream.ToArray()[..^3])));

        Assert.StartsWith("This is no whole state that save wrote: it breaks after 1 of 2 entries. ", error.Message, StringComparison.Ordinal);
        Assert.All(layer.weight.Values(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Load_AZipFile_IsRefused()
    {
        byte[] zip = [.. "PK"u8, 3, 4, .. Enumerable.Repeat((byte)0xFF, 200)];

        Assert.StartsWith(
            "This is no whole state that save wrote: it breaks after 0 of 80 entries.",
            Assert.Throws<InvalidDataException>(() => _model.load(new MemoryStream(zip))).Message, StringComparison.Ordinal);
    }
}
