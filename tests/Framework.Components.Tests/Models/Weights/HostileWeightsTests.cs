using System.Diagnostics;
using Framework.Components.Models.Weights;

namespace Framework.Components.Tests.Models.Weights;

/// <summary>Damaged files of every format: each is refused in words or gives tensors, quickly and in little memory.</summary>
[Collection(nameof(OneAtATime))]
public sealed class HostileWeightsTests
{
    private const long MostBytes = 32 << 20;

    [Fact]
    public void Open_FiveThousandDamagedFiles_RefusesInWordsOrReads()
    {
        using var folder = new TemporaryFolder();
        var read = 0;
        var number = 0;
        foreach (var bytes in MutatedFiles.Of(Originals(), seed: 20))
        {
            var file = folder.Write("w.pth", bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var error = Record.Exception(() => read += ReadAll(file));
            Assert.True(error is null or DataFormatException, $"file {number}: {error}");
            Assert.True(error?.Message.StartsWith(file, StringComparison.Ordinal) ?? true, error?.Message);
            Assert.True(clock.Elapsed < MutatedFiles.Longest, $"file {number} took {clock.Elapsed}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, $"file {number} took {GC.GetAllocatedBytesForCurrentThread() - before:N0} bytes");
            number++;
        }

        // Damage in values and in unread fields leaves a file readable; were none or all read, this would test nothing.
        Assert.InRange(read, 100, MutatedFiles.Count - 1000);
    }

    // A checksum guards the pickle of a zip archive; here the damage comes before the checksum.
    [Fact]
    public void Open_DamagedPicklesWithFittingChecksums_RefusesInWordsOrReads()
    {
        using var folder = new TemporaryFolder();
        var pickle = new PickleText().Op("}").Text("state_dict").Global("collections", "OrderedDict").Op(")R(").Text("a").Tensor("cpu", 6, [2, 3], [3, 1])
            .Text("b").Tensor("cpu", 6, [3], [2], offset: 1).Op("us").Text("epoch").Number(3).Op("s").Done();
        foreach (var bytes in MutatedFiles.Of([pickle], seed: 21, count: 2000))
        {
            var error = Record.Exception(() => ReadAll(folder.Write("w.pth", WeightsFiles.Zip(bytes, ("data/0", new byte[24])))));
            Assert.True(error is null or DataFormatException, $"{error}");
        }
    }

    private static byte[][] Originals() =>
    [
        File.ReadAllBytes(WeightsFiles.Made("zip.pth")), File.ReadAllBytes(WeightsFiles.Made("legacy.pth")), File.ReadAllBytes(WeightsFiles.Made("legacy.pth")),
        SafeTensorsFile.Of("""{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"b":{"dtype":"I64","shape":[],"data_offsets":[24,32]}} """, new byte[32]),
    ];

    private static int ReadAll(string path)
    {
        using var file = WeightsFile.Open(path);
        foreach (var tensor in file.Tensors.Values.Where(tensor => tensor.Elements < 10_000))
            WeightsFiles.Values(tensor);
        return 1;
    }
}
