using System.Diagnostics;
using Framework.Components.Data.Volumes;
using Framework.Components.Data.Volumes.Nifti;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>A compressed NIfTI volume to floats on one core: inflate, convert, check the checksum.</summary>
internal sealed class NiftiRead : IBenchmark
{
    private DirectoryInfo? _folder;
    private readonly SampleWorkspace _workspace = new();

    private string Volume => Path.Combine(_folder!.FullName, "head.nii.gz");

    public string Name => "nifti-read";

    public string What => "`.nii.gz` of 100 slices (512 x 512, int16, a noisy head in even air) to float32, one core";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 7;

    public PeerCommand? Peer => new("nibabel", "nifti_read.py", _folder is null ? "" : Volume);

    public void Prepare()
    {
        _folder = Directory.CreateTempSubdirectory("framework-bench-");
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 100, 512, 512]);
        NoisyHead.Fill(image);
        NiftiFile.Write(Volume, image, NiftiVoxels.Int16);
        for (var i = 0; i < 5; i++)
            Measure();
    }

    public double Measure()
    {
        _workspace.Reset();
        var start = Stopwatch.GetTimestamp();
        VolumeFile.Read(Volume, "head.nii.gz", _workspace);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder?.Delete(recursive: true);
    }
}
