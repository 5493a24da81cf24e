using System.Diagnostics;
using System.Globalization;
using FellowOakDicom;
using FellowOakDicom.Imaging;
using FellowOakDicom.Imaging.Codec;
using FellowOakDicom.IO.Buffer;
using Framework.Components.Data.Pictures;
using Framework.Host.Engines;
using Framework.Host.Plugins;
using Framework.Sdk;
using Framework.Torch;
using Framework.Torch.Distributed;
using TorchSharp;

namespace Framework.Host.Diagnosis;

/// <summary>Looks at each thing that a run stands on by using it.</summary>
internal static class MachineCheck
{
    private const string InstallTorch = "apt-get install --no-install-recommends g++ libtorch-dev libgloo-dev libopenblas0-pthread";
    private const string InstallPictures = "apt-get install --no-install-recommends g++ libpng-dev libjpeg62-turbo-dev";
    private const string InstallGdcm = "apt-get install --no-install-recommends g++ libgdcm-dev";

    /// <summary>An 8 x 8 grey JPEG, every pixel 128.</summary>
    private const string Jpeg = "/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z";

    public static IEnumerable<Finding> Run(PluginSet plugins, string runs)
    {
        yield return new Finding(".NET", FindingState.Works, $"runtime {Environment.Version}");
        yield return Try("libtorch", Libtorch, $"{InstallTorch}, or set LIBTORCH to a libtorch or pip torch folder");
        yield return Try("matrix products", MatrixProducts, "apt-get install --no-install-recommends libopenblas0-pthread");
        yield return Try("GPU", Gpu, "");
        yield return Try("ranks", Ranks, "");
        yield return Try("DICOM codecs", Codecs, InstallGdcm);
        yield return Try("pictures", Pictures, InstallPictures);
        foreach (var plugin in plugins.Results)
            yield return plugin.Loaded
                ? new Finding("plugin", FindingState.Works, $"{plugin.Name} {plugin.Version?.ToString(3)}, {Counted.Components(plugin.Components.Count)}")
                : new Finding("plugin", FindingState.Broken, plugin.Problem!, "framework plugins");
        yield return Disk(runs);
    }

    private static Finding Try(string name, Func<string, string, Finding> check, string mend)
    {
        try
        {
            return check(name, mend);
        }
        catch (Exception e)
        {
            return new Finding(name, FindingState.Broken, e.GetBaseException().Message.Split('\n')[0], mend);
        }
    }

    private static Finding Libtorch(string name, string mend)
    {
        using var two = torch.ones(1) + 1;
        var folder = Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } given ? $"from {given}" : "of the system";
        return new Finding(name, FindingState.Works, $"{torch.__version__} {folder}, {torch.get_num_threads()} threads on {Environment.ProcessorCount} processors");
    }

    /// <summary>The reference BLAS does about 1 GFLOP/s a core, an optimised one 20 and more.</summary>
    private static Finding MatrixProducts(string name, string mend)
    {
        const int Side = 384;
        const double Slow = 4e9;
        using var a = torch.ones(Side, Side);
        a.matmul(a).Dispose();
        var start = Stopwatch.GetTimestamp();
        a.matmul(a).Dispose();
        var rate = 2.0 * Side * Side * Side / Stopwatch.GetElapsedTime(start).TotalSeconds;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{rate / 1e9:F0} GFLOP/s");
        return rate > Slow ? new Finding(name, FindingState.Works, detail) : new Finding(name, FindingState.Absent, $"{detail}: the reference BLAS is in use", mend);
    }

    private static Finding Gpu(string name, string mend) => torch.cuda.is_available()
        ? new Finding(name, FindingState.Works, $"{torch.cuda.device_count()} CUDA device(s), cuDNN {(torch.cuda.is_cudnn_available() ? "there" : "absent")}{(CudaMemory.IsCounted ? "" : "; memory is not counted, since the bridge was built without CUDA's headers")}")
        : new Finding(name, FindingState.Absent, "this libtorch sees no CUDA device: runs use the processor", "set LIBTORCH to a CUDA build of libtorch or a pip torch folder, where the machine has a GPU");

    private static Finding Ranks(string name, string mend)
    {
        (DeviceType Device, string What)[] all = [(DeviceType.CPU, "processors (Gloo)"), (DeviceType.CUDA, "GPUs (NCCL)")];
        string[] there = [.. all.Where(one => DistributedEngine.Connects(one.Device)).Select(one => one.What)];
        return there.Length > 0
            ? new Finding(name, FindingState.Works, $"several processes can train together on {string.Join(" and on ", there)}")
            : new Finding(name, FindingState.Absent, DistributedEngine.Missing(DeviceType.CPU)!.Split(". ")[0], "one process trains alone");
    }

    private static Finding Codecs(string name, string mend)
    {
        var dataset = new DicomDataset(DicomTransferSyntax.JPEGProcess1);
        foreach (var (tag, value) in new[] { (DicomTag.Rows, 8), (DicomTag.Columns, 8), (DicomTag.BitsAllocated, 8), (DicomTag.BitsStored, 8), (DicomTag.HighBit, 7), (DicomTag.SamplesPerPixel, 1), (DicomTag.PixelRepresentation, 0) })
            dataset.AddOrUpdate(tag, (ushort)value);
        dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, "MONOCHROME2");
        DicomPixelData.Create(dataset, true).AddFrame(new MemoryByteBuffer(Convert.FromBase64String(Jpeg)));
        var decoded = new DicomTranscoder(DicomTransferSyntax.JPEGProcess1, DicomTransferSyntax.ExplicitVRLittleEndian).Transcode(dataset);
        var pixels = DicomPixelData.Create(decoded).GetFrame(0).Data;
        return pixels.Length == 64 && pixels.All(pixel => pixel == 128)
            ? new Finding(name, FindingState.Works, "RLE, JPEG, JPEG-LS and JPEG 2000 through GDCM")
            : new Finding(name, FindingState.Broken, "GDCM decoded a JPEG to other pixels than it holds", mend);
    }

    private static Finding Pictures(string name, string mend)
    {
        using var workspace = new SampleWorkspace();
        var image = PictureFile.Decode(Convert.FromBase64String(Jpeg), "the test picture", new PictureOptions(), workspace);
        return image.Length == 64 && !image.Pixels.ContainsAnyExcept(128f)
            ? new Finding(name, FindingState.Works, "PNG and JPEG through libpng and libjpeg")
            : new Finding(name, FindingState.Broken, "libjpeg decoded a picture to other pixels than it holds", mend);
    }

    private static Finding Disk(string runs)
    {
        const long Little = 2L << 30;
        var folder = new DirectoryInfo(Path.GetFullPath(runs));
        while (!folder.Exists && folder.Parent is { } parent)
            folder = parent;
        var free = new DriveInfo(folder.FullName).AvailableFreeSpace;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):F1} GiB free for runs");
        return free > Little ? new Finding("disk", FindingState.Works, detail) : new Finding("disk", FindingState.Absent, detail, "free some space, or put runs elsewhere with --runs DIR");
    }
}
