using Framework.Components.Data.Pictures;

namespace Framework.Components.Tests.Data.Pictures;

public sealed class PictureFileTests : IDisposable
{
    private const string Remedy = " Export the picture again, or set data.on_error: quarantine to leave such cases out.";

    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Decode_AnythingElse_SaysHowItBegins()
    {
        var error = Assert.Throws<DataFormatException>(() => Decode("GIF89a"u8.ToArray()));

        Assert.Equal("a/scan: the file is neither PNG nor JPEG: its first bytes are 4749 4638." + Remedy, error.Message);
    }

    [Fact]
    public void Decode_NothingAtAll_SaysSo()
    {
        var error = Assert.Throws<DataFormatException>(() => Decode([]));

        Assert.Equal("a/scan: the file is neither PNG nor JPEG: its first bytes are missing." + Remedy, error.Message);
    }

    [Fact]
    public void Decode_HeaderOfABomb_IsRefusedByTheLimit()
    {
        var error = Assert.Throws<DataFormatException>(() => Decode(Png.Header(60_000, 60_000)));

        Assert.Equal("a/scan: the picture has 60,000 x 60,000 pixels; up to 100,000,000 are read. Cut it into tiles or reduce it.", error.Message);
    }

    [Fact]
    public void Decode_MorePixelsThanTheBytesCanHold_AreRefusedBeforeAnythingIsAllocated()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<DataFormatException>(() => Decode(Png.Header(9_000, 9_000)));

        Assert.Equal("a/scan: 57 bytes cannot hold the 9,000 x 9,000 pixels that the file declares." + Remedy, error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Decode_FileCutOff_SaysSo()
    {
        var file = Png.Grey(3, 2, [1, 2, 3, 4, 5, 6]);

        var error = Assert.Throws<DataFormatException>(() => Decode(file[..^20]));

        Assert.Equal("a/scan: the picture is damaged: the file is cut off." + Remedy, error.Message);
    }

    [Fact]
    public void Decode_SmallestPicture_HasItsValues()
    {
        var image = Decode(Png.Grey(3, 2, [1, 2, 3, 40, 50, 60]));

        Assert.Equal([1, 2, 3], image.Shape.ToArray());
        Assert.Equal([1f, 2, 3, 40, 50, 60], image.Pixels.ToArray());
    }

    [Fact]
    public void Read_NoSuchFile_SaysWhatToDo()
    {
        var error = Assert.Throws<DataFormatException>(() => PictureFile.Read("/nowhere/a.png", "a.png", new PictureOptions(), _workspace));

        Assert.Equal("a.png: there is no such file. Copy it to the data's root, or remove its row from the table.", error.Message);
    }

    private Image Decode(byte[] file) => PictureFile.Decode(file, "a/scan", new PictureOptions(), _workspace);
}
