using TorchSharp.Interop;

namespace TorchSharp.Tests.Interop;

public class BridgeLibraryTests
{
    [Fact]
    public void Load_FileIsMissing_NamesItAndSaysWhatToBuild()
    {
        var error = Assert.Throws<DllNotFoundException>(() => BridgeLibrary.Load("/nowhere/libtorchsharp_bridge.so"));

        Assert.Equal(
            "The tensor engine's bridge '/nowhere/libtorchsharp_bridge.so' is missing. Build sdk/bundled/TorchSharp again, "
            + "or copy libtorchsharp_bridge.so beside the assembly.", error.Message);
    }

    [Fact]
    public void Load_FileIsNoLibrary_SaysWhyAndHowToInstall()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.so");
        File.WriteAllText(file, "no library");
        try
        {
            var error = Assert.Throws<DllNotFoundException>(() => BridgeLibrary.Load(file));

            Assert.StartsWith($"The tensor engine's bridge '{file}' cannot be loaded: {file}: ", error.Message);
            Assert.Contains("apt-get install --no-install-recommends libtorch-dev libopenblas0-pthread", error.Message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("4,2", 4)] // nested levels: the outer one
    public void DefaultThreads_OmpNumThreadsSet_HonoursIt(string value, int expected) =>
        Assert.Equal(expected, BridgeLibrary.DefaultThreads(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("0")]
    public void DefaultThreads_OmpNumThreadsUnusable_TakesTheProcessors(string? value) =>
        Assert.Equal(Environment.ProcessorCount, BridgeLibrary.DefaultThreads(value));
}
