using System.Diagnostics;
using Framework.Components.Data.Volumes;
using Framework.Components.Data.Volumes.Nifti;

namespace Framework.Components.Tests.Data.Volumes;

public sealed class NibabelParityTests(NibabelVolumes volumes) : IClassFixture<NibabelVolumes>
{
    private static readonly VolumeOptions KeepAll = new() { NonFinite = NonFinite.Keep };

    [PythonFact("nibabel", "numpy")]
    public void Read_EveryKindOfFile_GivesNibabelsValuesAndAffine()
    {
        var names = volumes.Expectations(turned: false);
        Assert.True(names.Count >= 63, $"{names.Count} files");
        Assert.All(names, name =>
        {
            using var workspace = new SampleWorkspace();
            var expected = volumes.Read(name);
            var image = VolumeFile.Read(expected.Path, name, workspace, KeepAll);
            Assert.Equal(expected.Shape, image.Shape.ToArray());
            Assert.Equal(expected.Values, image.Pixels.ToArray());
            // nibabel works out a quaternion's rotation in 80 bits; every other affine is the same to the last bit.
            AssertAffine(expected.Affine, image.Geometry, name.StartsWith("qform", StringComparison.Ordinal) ? 1e-13 : 0);
            var (shape, geometry) = VolumeFile.ReadHeader(expected.Path, name);
            Assert.Equal(expected.Shape, shape);
            Assert.Equal(image.Geometry.Affine.ToArray(), geometry.Affine.ToArray());
        });
    }

    [PythonFact("nibabel", "numpy")]
    public void RasOrientation_EveryKindOfFile_GivesNibabelsClosestCanonicalImage()
    {
        Assert.All(volumes.Expectations(turned: true), name =>
        {
            using var workspace = new SampleWorkspace();
            var expected = volumes.Read(name);
            var image = RasOrientation.Of(VolumeFile.Read(expected.Path, name, workspace, KeepAll), workspace);
            Assert.Equal(expected.Shape, image.Shape.ToArray());
            Assert.Equal(expected.Values, image.Pixels.ToArray());
            // nibabel keeps the affine of an MGH image in float32.
            AssertAffine(expected.Affine, image.Geometry, name.Contains(".mg", StringComparison.Ordinal) ? 1e-5 : 1e-10);
        });
    }

    [PythonTheory("nibabel", "numpy")]
    [InlineData("scan.nii", NiftiVoxels.Float32, "float32")]
    [InlineData("scan.nii.gz", NiftiVoxels.Float32, "float32")]
    [InlineData("scan.nii.gz", NiftiVoxels.Int16, "int16")]
    [InlineData("mask.nii", NiftiVoxels.UInt8, "uint8")]
    public void Write_Image_IsReadBackByNibabelWithTheSameValuesAndAffine(string name, NiftiVoxels voxels, string type)
    {
        var folder = Directory.CreateTempSubdirectory("framework-").FullName;
        using var workspace = new SampleWorkspace();
        var image = NiftiFileTests.Numbered(workspace);
        var path = Path.Combine(folder, name);
        NiftiFile.Write(path, image, voxels);
        // Values, sform and qform, all by nibabel; a tolerance of float32 for what the header stores as float32.
        var says = Run(
            "import sys, nibabel as nib, numpy as np; i = nib.load(sys.argv[1]); h = i.header; a = np.array(sys.argv[2].split(), float).reshape(4, 4); "
            + "v = np.asanyarray(i.dataobj).transpose().ravel(); print(i.get_data_dtype(), i.shape, h['sform_code'], h['qform_code'], "
            + "np.array_equal(v, np.arange(v.size) % 250), np.allclose(i.affine, a, rtol=1e-6, atol=1e-5), np.allclose(i.get_qform(), a, rtol=1e-5, atol=1e-4), h.get_xyzt_units()[0])",
            path,
            string.Join(' ', image.Geometry.Affine.ToArray()));
        Assert.Equal($"{type} (5, 4, 3, 2) 1 1 True True True mm", says);
        Directory.Delete(folder, recursive: true);
    }

    private static void AssertAffine(double[] expected, Geometry geometry, double tolerance)
    {
        for (var i = 0; i < 16; i++)
            Assert.True(Math.Abs(expected[i] - geometry.Affine[i]) <= tolerance, $"affine[{i}] is {geometry.Affine[i]:R}, nibabel's {expected[i]:R}");
    }

    private static string Run(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-c", script, .. arguments]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Trim();
    }
}
