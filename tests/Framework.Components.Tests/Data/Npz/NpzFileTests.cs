using System.Diagnostics;
using System.IO.Compression;
using Framework.Components.Data.Npz;

namespace Framework.Components.Tests.Data.Npz;

public sealed class NpzFileTests : IDisposable
{
    private const string Script = """
        import sys, numpy as np
        r = np.random.RandomState(1)
        a = {t.replace('<', 'le_').replace('>', 'be_').replace('|', 'no_'): (r.randint(0, 100, (4, 3, 5)) - (50 if t[1] in 'if' else 0)).astype(t)
             for t in ('|u1', '<u2', '>u2', '<u4', '<u8', '|i1', '<i2', '>i2', '<i4', '>i4', '<i8', '<f2', '<f4', '>f4', '<f8', '>f8')}
        a['fortran'] = np.asfortranarray(a['le_i4'])
        a['bool'] = a['le_i4'] > 0
        a['text'] = np.array(['a', 'b'])
        a['scalar'] = np.array(7.5)
        np.savez_compressed(sys.argv[1] + '/packed.npz', **a)
        np.savez(sys.argv[1] + '/plain.npz', **a)
        for k, v in a.items():
            if k != 'text': np.asarray(v, dtype='<f4').ravel().tofile(sys.argv[1] + '/' + k + '.f32')
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("framework-npz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PythonTheory("numpy")]
    [InlineData("packed.npz")]
    [InlineData("plain.npz")]
    public void Read_EveryTypeAndOrder_EqualsNumPy(string file)
    {
        Write();
        var expected = Directory.GetFiles(_folder, "*.f32");
        Assert.Equal(19, expected.Length);
        foreach (var path in expected)
        {
            var array = NpzFile.Read(Path.Combine(_folder, file), file, Path.GetFileNameWithoutExtension(path));
            var values = new float[array.Count * array.ItemLength];
            for (var i = 0; i < array.Count; i++)
                array.Read(i, values.AsSpan(i * array.ItemLength, array.ItemLength));

            Assert.True(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).SequenceEqual(values), path);
        }
    }

    [PythonFact("numpy")]
    public void Read_WhatIsNoNumbers_IsRefusedInWords()
    {
        Write();

        Assert.Equal("p.npz: the array 'text' cannot be read: it holds no whole or real numbers. Save the file again with numpy.savez.",
            Assert.Throws<DataFormatException>(() => NpzFile.Read(Path.Combine(_folder, "plain.npz"), "p.npz", "text")).Message);
        Assert.StartsWith("p.npz: there is no array 'images'. The arrays are no_u1, le_u2, ",
            Assert.Throws<DataFormatException>(() => NpzFile.Read(Path.Combine(_folder, "plain.npz"), "p.npz", "images")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ArchiveThatLiesAboutItsSize_IsRefusedBeforeAnythingIsAllocated()
    {
        var file = Forged(declared: 900_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<DataFormatException>(() => NpzFile.Read(new MemoryStream(file), "x.npz", "a"));

        Assert.Equal("x.npz: the array 'a' cannot be read: it ends before the numbers that its header declares. Save the file again with numpy.savez.", error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [PythonFact("numpy")]
    public void Read_MutatedFiles_GiveArraysOrNamedErrors()
    {
        Write();
        byte[][] originals = [File.ReadAllBytes(Path.Combine(_folder, "packed.npz")), File.ReadAllBytes(Path.Combine(_folder, "plain.npz"))];
        var refused = 0;
        foreach (var file in MutatedFiles.Of(originals, seed: 4))
        {
            var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                Assert.True(NpzFile.Read(new MemoryStream(file), "x.npz", "le_f4").Count >= 0);
            }
            catch (DataFormatException e)
            {
                Assert.StartsWith("x.npz: ", e.Message, StringComparison.Ordinal);
                refused++;
            }

            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, MutatedFiles.Longest);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }

        Assert.InRange(refused, 300, MutatedFiles.Count);
    }

    [SharedDataFact]
    public void Index_VesselMnist_HasThePublishedCounts()
    {
        var source = new MedMnistSource(new MedMnistOptions { File = SharedData.File("data", "medmnist", "vesselmnist3d.npz"), Labels = ["aneurysm"] });

        var index = source.Index(new IndexContext { CacheFolder = _folder });
        using var workspace = new SampleWorkspace();
        var image = source.Load(index.Cases[3], workspace).Image;

        Assert.Equal([("train", 1335, 150), ("val", 191, 22), ("test", 382, 43)],
            index.Cases.GroupBy(item => item.Attributes["part"]).Select(part => (part.Key, part.Count(), (int)part.Sum(item => item.Labels[0]))));
        Assert.Equal([1, 28, 28, 28], image.Shape.ToArray());
        Assert.Equal(174_930, image.Pixels.ToArray().Sum()); // and its first voxel, as NumPy has them
        Assert.Equal((9 * 28 * 28) + (19 * 28) + 6, image.Pixels.IndexOf(255));
    }

    /// <summary>An archive whose array and whose directory both declare so many bytes, and which holds none.</summary>
    private static byte[] Forged(int declared)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("a.npy").Open();
            var header = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({declared},), }}\n";
            entry.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header)]);
        }

        var file = packed.ToArray();
        var directory = file.AsSpan().IndexOf("PK\x01\x02"u8);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(directory + 24), declared + 200);
        return file;
    }

    private void Write()
    {
        using var process = Process.Start(PythonModules.Python, ["-c", Script, _folder]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
