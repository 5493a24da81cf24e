using System.Diagnostics;
using Framework.Components.Reporting;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Reporting;

public sealed class GrayImageTests
{
    [Fact]
    public void From_RangeOfValues_MapsEndsToBlackAndWhite()
    {
        var image = GrayImage.From([-1, 0, 0.5f, 1, 2, float.NaN], width: 3, height: 2, low: 0, high: 1);

        Assert.Equal([0, 0, 128, 255, 255, 0], image.Pixels);
    }

    [Fact]
    public void ToPng_KnownChunk_HasTheChecksumOfTheStandard()
    {
        var png = new GrayImage(1, 1, [0]).ToPng();

        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal([0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], png[^12..]); // IEND as every PNG ends
    }

    [PythonFact("PIL")]
    public void ToPng_ReadByPillow_HasTheSamePixels()
    {
        var pixels = Enumerable.Range(0, 7 * 5).Select(i => (byte)(i * 7)).ToArray();
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, new GrayImage(7, 5, pixels).ToPng());
        using var python = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-c", "import sys; from PIL import Image; im = Image.open(sys.argv[1]); print(im.mode, im.size, im.tobytes().hex())", path]) { RedirectStandardOutput = true })!;
        var answer = python.StandardOutput.ReadToEnd().Trim();
        File.Delete(path);

        Assert.Equal($"L (7, 5) {Convert.ToHexStringLower(pixels)}", answer);
    }
}
