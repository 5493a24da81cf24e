using Framework.Components.Data.Volumes;

namespace Framework.Components.Tests.Data.Volumes;

public sealed class RealVolumeTests
{
    [SharedDataTheory]
    [InlineData("sct_t2_lumbar.nii.gz", new[] { 1, 201, 257, 38 }, new[] { 1.0, 1.0, 1.0 })]
    [InlineData("sct_t2_ms.nii.gz", new[] { 1, 19, 256, 320 }, new[] { 0.6875, 0.6875, 7.5 })]
    [InlineData("swi_gre_small_Mag.nii", new[] { 3, 20, 40, 40 }, new[] { 0.46875, 0.46875, 1.0 })]
    [InlineData("swi_gre_small_Phase.nii", new[] { 3, 20, 40, 40 }, new[] { 0.46875, 0.46875, 1.0 })]
    [InlineData("nnunet_example_ct_sm.nii.gz", new[] { 1, 30, 101, 122 }, new[] { 3.0, 3.0, 3.0 })]
    [InlineData("nnunet_example_ct_sm_T300_output.nii.gz", new[] { 1, 30, 101, 122 }, new[] { 3.0, 3.0, 3.0 })]
    public void Read_PublishedVolume_HasItsShapeAndSpacing(string name, int[] shape, double[] spacing)
    {
        using var workspace = new SampleWorkspace();
        var image = Read(name, workspace);
        Assert.Equal(shape, image.Shape.ToArray());
        Assert.Equal(spacing[0], image.Geometry.Spacing.X, 1e-5);
        Assert.Equal(spacing[1], image.Geometry.Spacing.Y, 1e-5);
        Assert.Equal(spacing[2], image.Geometry.Spacing.Z, 1e-5);
    }

    [SharedDataFact]
    public void Read_ScanAndItsMask_LieOnOneGrid()
    {
        using var workspace = new SampleWorkspace();
        var scan = Read("nnunet_example_ct_sm.nii.gz", workspace);
        var mask = Read("nnunet_example_ct_sm_T300_output.nii.gz", workspace);
        Assert.Equal(scan.Geometry.Affine.ToArray(), mask.Geometry.Affine.ToArray());
        Assert.Equal(scan.Shape.ToArray(), mask.Shape.ToArray());
        Assert.Equal([0f, 1f], mask.Pixels.ToArray().Distinct().Order());
    }

    [SharedDataFact]
    public void Read_PhaseWithVoxelsThatAreNoNumbers_CountsThem()
    {
        using var workspace = new SampleWorkspace();
        var error = Assert.Throws<DataFormatException>(() => Read("swi_gre_small_phase_with_nan.nii", workspace));
        Assert.Equal("swi_gre_small_phase_with_nan.nii: 1,280 of 163,840 voxels are not a number or infinite. Mend the file, or read it with non_finite: zero (they become 0) or keep.", error.Message);
    }

    [SharedDataFact]
    public void Read_NiftiTwoAndOneOfTheSameScan_HaveOneAffine()
    {
        using var workspace = new SampleWorkspace();
        Assert.Equal(Read("nibabel_example4d.nii.gz", workspace).Geometry.Affine.ToArray(), Read("nibabel_example_nifti2.nii.gz", workspace).Geometry.Affine.ToArray());
    }

    private static Image Read(string name, SampleWorkspace workspace) => VolumeFile.Read(SharedData.File("data", "nifti", name), name, workspace);
}
