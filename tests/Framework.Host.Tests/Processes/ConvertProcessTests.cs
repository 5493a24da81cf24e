using FellowOakDicom;
using FellowOakDicom.Imaging;
using Framework.Components.Data.Volumes;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>DICOM series become NIfTI files with a table, through the real executable.</summary>
public sealed class ConvertProcessTests : IDisposable
{
    private const string Yaml = """
        name: fistula
        phantom: { use: fistula, out: heads, cases: 3, seed: 1, voxel: 8, excluded: 0 }
        data:
          use: cohort
          root: heads
          tables: [cohort.csv]
          subject: patient
          images:
            image: { column: mri, series: { prefer: [ { plane: sagittal, contrast: true } ] } }
            mask-altered: { column: altered, optional: true }
          labels: { fistula: { column: myelogram, classes: [none, definite] } }
          attributes: [age]
        split: { use: holdout, train: 0.4, validate: 0.3, test: 0.3 }
        stages: { bern-score: { trainer: fistula.bern-score } }
        """;

    private readonly TemporaryFolder _folder = new();

    public ConvertProcessTests() => _folder.Write("fistula.yaml", Yaml);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Convert_DicomSeries_KeepsVoxelsAndPlacesAndWritesATableWithoutNames()
    {
        var (code, _, error) = await HostProcess.Run(_folder.Path, "convert", "fistula.yaml", "--out", "nifti");

        Assert.True(code == 0, error);
        Assert.Contains("nifti/cohort.csv: 3 cases, 5 images", error, StringComparison.Ordinal); // two of them have a mask
        var lines = await File.ReadAllLinesAsync(_folder.File("nifti", "cohort.csv"));
        Assert.StartsWith("case,subject,site,image,mask-altered,fistula,age,", lines[0], StringComparison.Ordinal); // and what the headers say
        Assert.DoesNotContain(lines, line => line.Contains("F000", StringComparison.Ordinal));
        Assert.Equal(["definite", "definite", "none"], lines.Skip(1).Select(line => line.Split(',')[5]).Order());
        AssertSameVoxels(lines[1].Split(',')[3]);
    }

    [Fact]
    public async Task Validate_AStageThatFitsNothing_HasNoControlsToTry()
    {
        _folder.Write("fistula.yaml", Yaml.Replace("[age]", "[sinus_engorgement, pachymeningeal_enhancement, suprasellar_mm, subdural_fluid, prepontine_mm, mamillopontine_mm]", StringComparison.Ordinal) + "\ncontrols: [untrained, prevalence]\nmetrics: [auroc]\n");

        var (code, _, error) = await HostProcess.Run(_folder.Path, "validate", "fistula.yaml", "--set", "phantom.cases=12");

        Assert.True(code == 0, error);
        Assert.EndsWith("fistula.yaml: valid", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convert_IntoAFolderThatHoldsSomething_IsRefused()
    {
        _folder.Write(Path.Combine("nifti", "cohort.csv"), "mine");

        var (code, _, error) = await HostProcess.Run(_folder.Path, "convert", "fistula.yaml", "--out", "nifti");

        Assert.Equal(2, code);
        Assert.EndsWith("--out: 'nifti' is not empty, so nothing is written into it. Name another folder.", error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.File("nifti", "cohort.csv")));
    }

    // The first row is the first patient's, whose series is the only one: each DICOM file is where its header puts it.
    private void AssertSameVoxels(string file)
    {
        using var workspace = new SampleWorkspace();
        var volume = VolumeFile.Read(_folder.File("nifti", file), file, workspace);
        var slices = Directory.GetFiles(_folder.File("heads", "mri", "F0001"), "*.dcm", SearchOption.AllDirectories);
        Assert.Equal(slices.Length, volume.Depth);
        foreach (var path in slices)
        {
            var data = DicomFile.Open(path).Dataset;
            var at = data.GetValues<double>(DicomTag.ImagePositionPatient);
            var first = volume.Geometry.ToVoxel(new PatientPoint(-at[0], -at[1], at[2])); // DICOM is LPS
            Assert.Equal((0, 0), (Math.Round(first.X, 3), Math.Round(first.Y, 3)));
            var bytes = DicomPixelData.Create(data).GetFrame(0).Data;
            for (var i = 0; i < volume.Width * volume.Height; i++)
                Assert.Equal(BitConverter.ToUInt16(bytes, 2 * i), volume.Pixels[((int)Math.Round(first.Z) * volume.Width * volume.Height) + i]);
        }
    }
}
