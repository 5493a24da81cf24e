using Framework.Components.Data.Pictures;

namespace Framework.Components.Tests.Data.Pictures;

/// <summary>Every kind of PNG and JPEG against the values that Pillow reads, or that were written into the file.</summary>
public sealed class PictureParityTests(PillowPictures pictures) : IClassFixture<PillowPictures>
{
    [PythonFact("PIL", "numpy")]
    public void Read_PicturesOfEveryKind_HaveTheirValues()
    {
        Assert.InRange(pictures.Expectations.Count, 60, 100);
        foreach (var expectation in pictures.Expectations)
        {
            var (shape, expected) = pictures.Read(expectation);
            using var workspace = new SampleWorkspace();

            var image = PictureFile.Read(pictures.PictureOf(expectation), expectation, OptionsFor(expectation), workspace);

            Assert.True(shape.AsSpan().SequenceEqual(image.Shape), $"{expectation}: {string.Join(" x ", image.Shape.ToArray())}, not {string.Join(" x ", shape)}");
            var pixels = image.Pixels.ToArray();
            var first = Array.FindIndex(pixels, 0, value => !float.IsFinite(value));
            Assert.True(first < 0, $"{expectation}: {first}");
            var wrong = Enumerable.Range(0, expected.Length).Where(i => Math.Abs(expected[i] - pixels[i]) > 1e-6 * Math.Abs(expected[i])).ToList();
            Assert.True(wrong.Count == 0, $"{expectation}: {wrong.Count} of {expected.Length} values differ, the first {pixels.ElementAtOrDefault(wrong.FirstOrDefault())}");
        }
    }

    [PythonTheory("PIL", "numpy")]
    [InlineData("png_0_1.png", 1)]
    [InlineData("png_0_4_adam7.png", 4)]
    [InlineData("png_3_2.png", 8)]
    [InlineData("png_6_16.png", 16)]
    [InlineData("jpeg_grey.jpg", 8)]
    public void Read_AnyDepth_SaysItInTheEncoding(string name, int bits)
    {
        using var workspace = new SampleWorkspace();

        Assert.Equal(bits, PictureFile.Read(pictures.File(name), name, new PictureOptions(), workspace).Encoding.BitsStored);
    }

    [PythonFact("PIL", "numpy")]
    public void Read_PrintColours_AreRefusedInWords()
    {
        using var workspace = new SampleWorkspace();

        var error = Assert.Throws<DataFormatException>(() => PictureFile.Read(pictures.File("cmyk.jpg"), "cmyk.jpg", new PictureOptions(), workspace));

        Assert.Equal(
            "cmyk.jpg: the picture is damaged: it is neither grey nor RGB (four colours are for print). "
            + "Export the picture again, or set data.on_error: quarantine to leave such cases out.", error.Message);
    }

    [PythonTheory("PIL", "numpy")]
    [InlineData(1, "png_0_16.png", "png_2_8_adam7.png", "png_3_4.png", "png_6_8.png", "pillow_optimised.png")]
    [InlineData(2, "jpeg_grey.jpg", "jpeg_rgb_420.jpg", "jpeg_progressive.jpg", "jpeg_optimised.jpg")]
    public void Decode_MutatedFiles_GivePicturesOrNamedErrors(int seed, params string[] names)
    {
        var originals = names.Select(name => File.ReadAllBytes(pictures.File(name))).ToList();
        var (read, refused) = (0, 0);
        foreach (var file in MutatedFiles.Of(originals, seed))
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            using var workspace = new SampleWorkspace();
            try
            {
                PictureFile.Decode(file, "some/picture", new PictureOptions { Channels = PictureChannels.Rgb, Alpha = PictureAlpha.Multiply }, workspace);
                read++;
            }
            catch (DataFormatException e)
            {
                Assert.StartsWith("some/picture: ", e.Message, StringComparison.Ordinal);
                refused++;
            }

            Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started), TimeSpan.Zero, MutatedFiles.Longest);
        }

        Assert.Equal(MutatedFiles.Count, read + refused);
        Assert.InRange(refused, MutatedFiles.Count / 4, MutatedFiles.Count);
    }

    private static PictureOptions OptionsFor(string expectation) => expectation.Split('.').ElementAtOrDefault(1) switch
    {
        "grey" => new PictureOptions { Channels = PictureChannels.Grey },
        "rgb" => new PictureOptions { Channels = PictureChannels.Rgb },
        "indices" => new PictureOptions { Palette = PicturePalette.Indices },
        "multiplied" => new PictureOptions { Alpha = PictureAlpha.Multiply },
        _ => new PictureOptions(),
    };
}
