using System.Text;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Runs;

public sealed class CheckpointStoreTests : IDisposable
{
    private const int NoSpaceLeft = 28;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_Twice_KeepsTheNewContentAndNoTemporary()
    {
        var store = Store();
        store.Save("checkpoint.bin", stream => stream.Write("old"u8));

        store.Save("checkpoint.bin", stream => stream.Write("new content"u8));

        Assert.Equal("new content", Read(store));
        Assert.Equal(["checkpoint.bin"], _folder.Names());
    }

    [Fact]
    public void Save_WhileWriting_ThePreviousIsStillThere()
    {
        var store = Store();
        store.Save("checkpoint.bin", stream => stream.Write("old"u8));
        var during = "";

        store.Save("checkpoint.bin", stream =>
        {
            stream.Write("new"u8);
            during = Read(store);
        });

        Assert.Equal("old", during);
    }

    [Fact]
    public void Save_DiskFull_NamesFileNeededAndFreeSpaceAndKeepsThePrevious()
    {
        var store = Store();
        store.Save("checkpoint.bin", stream => stream.Write("old"u8));
        var full = true;

        var error = Assert.Throws<TrainingException>(() => store.Save("checkpoint.bin", stream =>
        {
            stream.Write(new byte[4000]);
            if (full)
            {
                full = false; // the size that is needed is found by writing into nothing
                throw new IOException("No space left on device", NoSpaceLeft);
            }

            stream.Write(new byte[1000]);
        }));

        Assert.StartsWith($"{_folder.File("checkpoint.bin")}: the disk is full: it needs 5,000 bytes and ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" are free. Free some space, then run the same command again: it resumes from the last saved state.", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", Read(store));
        Assert.Equal(["checkpoint.bin"], _folder.Names());
    }

    [TemporaryDiskFact]
    public void Save_OnADiskThatIsReallyFull_KeepsThePreviousAndRecoversWhenThereIsRoom()
    {
        using var disk = new TemporaryDisk(kilobytes: 512);
        var store = new CheckpointStore(disk.Path, () => { });
        store.Save("checkpoint.bin", stream => stream.Write(new byte[200_000]));

        var error = Assert.Throws<TrainingException>(() => store.Save("checkpoint.bin", stream => stream.Write(new byte[400_000])));

        Assert.Matches(@": the disk is full: it needs 400,000 bytes and [\d,]+ are free\.", error.Message);
        Assert.Equal(200_000, new FileInfo(Path.Combine(disk.Path, "checkpoint.bin")).Length);
        Assert.Single(Directory.GetFiles(disk.Path));
        store.Save("checkpoint.bin", stream => stream.Write(new byte[250_000]));
        Assert.Equal(250_000, new FileInfo(Path.Combine(disk.Path, "checkpoint.bin")).Length);
    }

    [Fact]
    public void Save_ContentCannotBeMade_LeavesThePreviousAndTheError()
    {
        var store = Store();
        store.Save("checkpoint.bin", stream => stream.Write("old"u8));

        Assert.Throws<InvalidOperationException>(() => store.Save("checkpoint.bin", _ => throw new InvalidOperationException("no such tensor")));

        Assert.Equal("old", Read(store));
        Assert.Equal(["checkpoint.bin"], _folder.Names());
    }

    [Fact]
    public void Save_Any_BringsTheEventsToTheDiskFirst()
    {
        var order = new List<string>();
        var store = new CheckpointStore(_folder.Path, () => order.Add("events"));

        store.Save("checkpoint.bin", _ => order.Add("checkpoint"));

        Assert.Equal(["events", "checkpoint"], order);
    }

    [Fact]
    public void Open_NothingSaved_IsNull() => Assert.Null(Store().Open("checkpoint.bin"));

    [Fact]
    public void Delete_Saved_IsGone()
    {
        var store = Store();
        store.Save("checkpoint.bin", stream => stream.Write("old"u8));

        store.Delete("checkpoint.bin");

        Assert.Null(store.Open("checkpoint.bin"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../status.json")]
    [InlineData("a/b")]
    [InlineData("checkpoint.bin.tmp")]
    public void Save_NotAPlainName_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => Store().Save(name, _ => { }));

    private CheckpointStore Store() => new(_folder.Path, () => { });

    private static string Read(CheckpointStore store)
    {
        using var stream = store.Open("checkpoint.bin")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
