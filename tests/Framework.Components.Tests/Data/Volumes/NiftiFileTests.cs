using System.Buffers.Binary;
using System.IO.Compression;
using Framework.Components.Data.Volumes;
using Framework.Components.Data.Volumes.Nifti;

namespace Framework.Components.Tests.Data.Volumes;

public sealed class NiftiFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("framework-").FullName;
    private readonly SampleWorkspace _workspace = new();

    public void Dispose()
    {
        _workspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>0, 1, 2... up to 249 and again, on a grid that is turned by 30 degrees about z and mirrored.</summary>
    public static Image Numbered(SampleWorkspace workspace)
    {
        var (c, s) = (Math.Cos(Math.PI / 6), Math.Sin(Math.PI / 6));
        var geometry = new Geometry([-0.7 * c, -1.5 * s, 0, 12.5, 0.7 * -s, 1.5 * c, 0, -30.25, 0, 0, 3, 100, 0, 0, 0, 1]);
        var image = workspace.Allocate([2, 3, 4, 5], geometry: geometry);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = i % 250;
        return image;
    }

    [Theory]
    [InlineData("a.nii", NiftiVoxels.Float32)]
    [InlineData("a.nii.gz", NiftiVoxels.Int16)]
    [InlineData("a.nii.gz", NiftiVoxels.UInt8)]
    public void Write_ThenRead_GivesTheSameVoxelsAtTheSamePlace(string name, NiftiVoxels voxels)
    {
        var image = Numbered(_workspace);
        NiftiFile.Write(Path(name), image, voxels);
        var again = Read(name);
        Assert.Equal(image.Shape.ToArray(), again.Shape.ToArray());
        Assert.Equal(image.Pixels.ToArray(), again.Pixels.ToArray());
        Assert.Equal(image.Geometry.Affine.ToArray().Select(value => (double)(float)value), again.Geometry.Affine.ToArray());
    }

    [Fact]
    public void Write_ShearedGrid_LeavesTheQformOut()
    {
        var image = _workspace.Allocate([1, 2, 2, 2], geometry: new Geometry([1, 0, 0, 0, 0, 1, 0.5, 0, 0, 0, 2, 0, 0, 0, 0, 1]));
        image.Pixels.Clear();
        NiftiFile.Write(Path("a.nii"), image);
        var header = File.ReadAllBytes(Path("a.nii"));
        Assert.Equal((0, 1), (BinaryPrimitives.ReadInt16LittleEndian(header.AsSpan(252)), BinaryPrimitives.ReadInt16LittleEndian(header.AsSpan(254))));
        Assert.Equal(image.Geometry.Affine.ToArray(), Read("a.nii").Geometry.Affine.ToArray());
    }

    [Fact]
    public void Write_EncodedImage_StoresTheScale()
    {
        var image = _workspace.Allocate([1, 1, 1, 2], encoding: new PixelEncoding { Slope = 2, Intercept = -1024 });
        image.Pixels[0] = 1;
        image.Pixels[1] = 3000;
        NiftiFile.Write(Path("a.nii"), image, NiftiVoxels.Int16);
        Assert.Equal([-1022, 4976], Read("a.nii").Pixels.ToArray());
    }

    [Theory]
    [InlineData(0.5f, NiftiVoxels.Int16, "a.nii: the value 0.5 cannot be stored as a whole number from -32768 to 32767. Write the image as float32.")]
    [InlineData(-1f, NiftiVoxels.UInt8, "a.nii: the value -1 cannot be stored as a whole number from 0 to 255. Write the image as float32.")]
    [InlineData(float.NaN, NiftiVoxels.UInt8, "a.nii: the value NaN cannot be stored as a whole number from 0 to 255. Write the image as float32.")]
    [InlineData(40000f, NiftiVoxels.Int16, "a.nii: the value 40000 cannot be stored as a whole number from -32768 to 32767. Write the image as float32.")]
    public void Write_ValueThatTheTypeWouldChange_IsAnErrorAndLeavesNoFile(float value, NiftiVoxels voxels, string message)
    {
        var image = _workspace.Allocate([1, 1, 1, 1]);
        image.Pixels[0] = value;
        Assert.Equal(message, Assert.Throws<DataFormatException>(() => NiftiFile.Write(Path("a.nii"), image, voxels)).Message);
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void Write_OtherEnding_IsAnError()
    {
        var error = Assert.Throws<DataFormatException>(() => NiftiFile.Write(Path("a.img"), Numbered(_workspace)));
        Assert.Equal("a.img: a NIfTI file's name ends in .nii or .nii.gz. Rename it.", error.Message);
    }

    [Theory]
    [InlineData(32, "its voxels are complex numbers, and one real number a voxel is read. Write magnitude and phase as two files.")]
    [InlineData(128, "its voxels are colours (RGB), and one real number a voxel is read. Write one grey value a voxel, or one volume a colour.")]
    [InlineData(1536, "its voxels are 128-bit floating point numbers, and one real number a voxel is read. Write them as float32 or float64.")]
    [InlineData(77, "its data type has the code 77, which NIfTI does not know. " + Remedy)]
    public void Read_OtherDataType_SaysWhatItIs(short code, string message) => AssertRefused(file => Set(file, 70, code), message);

    [Fact]
    public void Read_MoreThanTheFileHolds_SaysHowMuchThereIs() =>
        AssertRefused(file => Set(file, 42, 500), "the voxels end after 480 of 48,000 bytes. " + Remedy);

    [Theory]
    [InlineData(40, 0, "its header declares 0 axes, and 1 to 7 are possible. " + Remedy)]
    [InlineData(40, 8, "its header declares 8 axes, and 1 to 7 are possible. " + Remedy)]
    [InlineData(44, -3, "axis 2 has the size -3, and a size is at least 1. " + Remedy)]
    [InlineData(344, 0, "its header is of the older Analyze format, which does not say where the voxels lie in the patient. Convert it to NIfTI with the software that wrote it.")]
    public void Read_ImpossibleHeader_SaysWhy(int at, short value, string message) => AssertRefused(file => Set(file, at, value), message);

    [Fact]
    public void Read_SizesBeyondAnyImage_AreRefused() => AssertRefused(
        file =>
        {
            foreach (var at in (int[])[42, 44, 46])
                Set(file, at, short.MaxValue);
        },
        "it declares 32767 x 32767 x 32767 x 2 voxels, and an image holds at most 2,147,483,647. " + Remedy);

    [Fact]
    public void Read_SformOfOnePlane_IsRefused() =>
        AssertRefused(file => file.AsSpan(312, 16).Clear(), "its sform places several voxels at one point. " + Remedy);

    [Fact]
    public void Read_CompressedFileThatDeclaresMoreThanAnyInflationGives_IsRefusedBeforeItIsInflated()
    {
        NiftiFile.Write(Path("a.nii"), Numbered(_workspace));
        var file = File.ReadAllBytes(Path("a.nii"));
        foreach (var at in (int[])[42, 44, 46])
            Set(file, at, 400);
        Compress("bomb.nii.gz", file);
        var size = new FileInfo(Path("bomb.nii.gz")).Length;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<DataFormatException>(() => Read("bomb.nii.gz"));
        Assert.Equal(FormattableString.Invariant($"bomb.nii.gz: it declares 512,000,000 bytes of voxels, and a gzip file of {size:N0} bytes cannot hold more than {size * 1032:N0}. {Remedy}"), error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Read_CompressedFileThatGoesOnAfterItsVoxels_InflatesOnlyWhatIsDeclared()
    {
        NiftiFile.Write(Path("a.nii"), Numbered(_workspace));
        Compress("bomb.nii.gz", [.. File.ReadAllBytes(Path("a.nii")), .. new byte[200_000_000]]);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal([2, 3, 4, 5], Read("bomb.nii.gz").Shape.ToArray());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started), TimeSpan.Zero, MutatedFiles.Longest);
    }

    [Fact]
    public void Read_MoreVoxelsThanTheLimit_IsRefused()
    {
        NiftiFile.Write(Path("a.nii"), Numbered(_workspace));
        var error = Assert.Throws<DataFormatException>(() => Read("a.nii", new VolumeOptions { MaximumVoxels = 119 }));
        Assert.Equal("a.nii: it declares 120 voxels, and the limit is 119. Raise maximum_voxels if that is right, or choose one volume.", error.Message);
        Assert.Equal([1, 3, 4, 5], Read("a.nii", new VolumeOptions { MaximumVoxels = 119, Volume = 1 }).Shape.ToArray());
    }

    [Theory]
    [InlineData("a.nii")]
    [InlineData("a.nii.gz")]
    public void Read_OneVolumeOfSeveral_GivesItAlone(string name)
    {
        NiftiFile.Write(Path(name), Numbered(_workspace));
        Assert.Equal(Enumerable.Range(60, 60).Select(i => (float)i), Read(name, new VolumeOptions { Volume = 1 }).Pixels.ToArray());
        var error = Assert.Throws<DataFormatException>(() => Read(name, new VolumeOptions { Volume = 2 }));
        Assert.Equal($"{name}: volume 2 was asked for, counted from 0, and the file has 2. Choose one of them.", error.Message);
    }

    [Fact]
    public void Read_VoxelsThatAreNotFinite_FollowTheOption()
    {
        var image = Numbered(_workspace);
        (image.Pixels[7], image.Pixels[119]) = (float.NaN, float.NegativeInfinity);
        NiftiFile.Write(Path("a.nii"), image);
        var error = Assert.Throws<DataFormatException>(() => Read("a.nii"));
        Assert.Equal("a.nii: 2 of 120 voxels are not a number or infinite. Mend the file, or read it with non_finite: zero (they become 0) or keep.", error.Message);
        Assert.Equal(image.Pixels.ToArray(), Read("a.nii", new VolumeOptions { NonFinite = NonFinite.Keep }).Pixels.ToArray());
        (image.Pixels[7], image.Pixels[119]) = (0, 0);
        Assert.Equal(image.Pixels.ToArray(), Read("a.nii", new VolumeOptions { NonFinite = NonFinite.Zero }).Pixels.ToArray());
    }

    [Fact]
    public void Read_FlippedByteInCompressedVoxels_IsFoundByTheChecksum()
    {
        NiftiFile.Write(Path("a.nii.gz"), Numbered(_workspace));
        var file = File.ReadAllBytes(Path("a.nii.gz"));
        file[^8] ^= 1; // the stored checksum: the voxels themselves inflate
        File.WriteAllBytes(Path("a.nii.gz"), file);
        var error = Assert.Throws<DataFormatException>(() => Read("a.nii.gz"));
        Assert.Equal("a.nii.gz: its compressed data are broken or cut short. " + Remedy, error.Message);
    }

    [Theory]
    [InlineData("a.nii", "a.nii: there is no such file. Copy it to the data's root, or remove its row from the table.")]
    [InlineData("a.hdr", "a.hdr: there is no such file. Copy it to the data's root, or remove its row from the table.")]
    public void Read_NoSuchFile_SaysSo(string name, string message) => Assert.Equal(message, Assert.Throws<DataFormatException>(() => Read(name)).Message);

    [Fact]
    public void Read_HeaderWithoutItsImage_SaysWhichIsMissing()
    {
        NiftiFile.Write(Path("a.nii"), Numbered(_workspace));
        var file = File.ReadAllBytes(Path("a.nii"))[..348];
        "ni1\0"u8.CopyTo(file.AsSpan(344));
        Set(file, 110, 0); // the upper half of vox_offset
        File.WriteAllBytes(Path("a.hdr"), file);
        var error = Assert.Throws<DataFormatException>(() => Read("a.hdr"));
        Assert.Equal("a.hdr: there is no .img file beside it. Copy it to the data's root, or remove its row from the table.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a volume")]
    public void Read_SomethingElse_SaysSo(string text)
    {
        File.WriteAllText(Path("a.nii"), text);
        var error = Assert.Throws<DataFormatException>(() => Read("a.nii"));
        Assert.Equal("a.nii: this is neither a NIfTI nor an MGH file: it has the size and letters of neither header. " + Remedy, error.Message);
    }

    private const string Remedy = "Re-export the file, or set data.on_error: quarantine to leave such cases out.";

    private void AssertRefused(Action<byte[]> change, string message)
    {
        NiftiFile.Write(Path("a.nii"), Numbered(_workspace));
        var file = File.ReadAllBytes(Path("a.nii"));
        change(file);
        File.WriteAllBytes(Path("a.nii"), file);
        Assert.Equal("a.nii: " + message, Assert.Throws<DataFormatException>(() => Read("a.nii")).Message);
    }

    private void Compress(string name, byte[] content)
    {
        using var stream = new GZipStream(File.Create(Path(name)), CompressionLevel.Fastest);
        stream.Write(content);
    }

    private static void Set(byte[] file, int at, short value) => BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(at), value);

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private Image Read(string name, VolumeOptions? options = null) => VolumeFile.Read(Path(name), name, _workspace, options);
}
