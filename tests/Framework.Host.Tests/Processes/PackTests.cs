using System.Security.Cryptography;

namespace Framework.Host.Tests.Processes;

public sealed class PackTests(PackedFramework packed) : IClassFixture<PackedFramework>
{
    [Fact]
    public void Pack_ThisBuild_HasAtMostSixtyMegabytes() => Assert.InRange(new FileInfo(packed.Archive).Length, 30_000_000, 60_000_000);

    [Fact]
    public void Pack_Again_GivesTheSameBytes()
    {
        var again = Path.Combine(packed.Root, "..", "again.tar.gz");
        PackedFramework.Pack(again);

        Assert.Equal(SHA256.HashData(File.ReadAllBytes(packed.Archive)), SHA256.HashData(File.ReadAllBytes(again)));
    }

    [Fact]
    public void Doctor_UnpackedWithoutDotnet_FindsEngineAndPlugins()
    {
        var (code, output, error) = packed.Run(null, "doctor");

        Assert.True(code == 0, error);
        Assert.Contains($"works  .NET             runtime {Environment.Version}", output, StringComparison.Ordinal);
        Assert.Matches(@"works  libtorch         \d+\.\d+\S* of the system", output);
        Assert.Contains("works  plugin           Framework.Plugins.Ich", output, StringComparison.Ordinal);
        Assert.DoesNotContain("BROKEN", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_LibtorchThatIsNone_SaysWhatItShouldBe()
    {
        var (code, output, error) = packed.Run("/nowhere", "doctor");

        Assert.Equal((2, ""), (code, output));
        Assert.Equal(
            "framework: compiling the bridge to the libtorch in /nowhere\nLIBTORCH is '/nowhere', where there is no include/torch/csrc/api/include/torch/version.h. "
                + "Set it to a libtorch distribution or a pip 'torch' folder, or unset it to use the system's libtorch.\n",
            error);
    }

    [Fact]
    public void Pack_FromTheArchive_IsRefusedInWords()
    {
        var (code, _, error) = packed.Run(null, "pack");

        Assert.Equal(2, code);
        Assert.EndsWith("framework: 'pack' makes this archive from the repository; here it is unpacked.\n", error, StringComparison.Ordinal);
    }
}
