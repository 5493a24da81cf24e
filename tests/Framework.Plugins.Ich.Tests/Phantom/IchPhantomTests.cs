using System.Diagnostics;
using System.Security.Cryptography;
using FellowOakDicom;
using Framework.Plugins.Ich.Phantom;
using Framework.Plugins.Ich.Source;
using Framework.Sdk;
using Framework.Tests.Shared;

namespace Framework.Plugins.Ich.Tests.Phantom;

public sealed class IchPhantomTests
{
    [Fact]
    public void Write_SameSeed_GivesTheSameBytes()
    {
        using var first = new TemporaryCohort(cases: 12);
        using var second = new TemporaryCohort(cases: 12);
        using var other = new TemporaryCohort(cases: 12, seed: 4);

        Assert.Equal(Hash(first), Hash(second));
        Assert.NotEqual(Hash(first), Hash(other));
    }

    [Fact]
    public void Write_ManySubjects_ReachesTheAskedPrevalence()
    {
        using var cohort = new TemporaryCohort(cases: 2000, size: 32);
        var index = cohort.Index();

        for (var label = 0; label < 5; label++)
            Assert.InRange(index.Cases.Average(item => item.Labels[label]), 0.06, 0.15); // asked for 0.1; about 250 subjects
        Assert.All(index.Cases, item => Assert.Equal(item.Labels[5], item.Labels.Take(5).Max()));
        Assert.Equal(2, index.Cases.Select(item => item.Attributes["scanner"]).Distinct().Count());
        Assert.All(index.Cases.GroupBy(item => item.Subject), slices => Assert.Single(slices.Select(item => item.Series).Distinct()));
    }

    [Fact]
    public void Write_ScannerTellsLabel_StoresSlicesWithABleedAsTheSecondScannerDoes()
    {
        var folder = Directory.CreateTempSubdirectory("framework-ich-").FullName;
        try
        {
            var options = new IchPhantomOptions { MatrixSize = 32, SliceSpacing = 14, Prevalence = TemporaryCohort.Frequent, ScannerTellsLabel = true };
            new IchPhantom(options).Write(new PhantomRequest { Folder = folder, Cases = 100, Seed = 3 }, CancellationToken.None);
            var cases = new RsnaSource(new RsnaOptions { Root = folder }).Index(new IndexContext { CacheFolder = Path.Combine(folder, "cache") }).Cases;
            Assert.All(cases, item => Assert.Equal(item.Labels[5] > 0 ? "Phantom B" : "Phantom A", item.Attributes["scanner"]));
            Assert.InRange(cases.Count(item => item.Labels[5] > 0), 10, 90);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Write_BleedingSlices_HoldMoreBrightSoftTissue()
    {
        using var cohort = new TemporaryCohort(cases: 200);
        using var workspace = new SampleWorkspace();
        var source = cohort.Source;
        double BloodPixels(Case item)
        {
            workspace.Reset();
            var image = source.Load(item, workspace).Image;
            return image.Pixels.ToArray().Count(stored => (stored * image.Encoding.Slope) + image.Encoding.Intercept is > 55 and < 95);
        }

        var cases = cohort.Index().Cases;
        var positive = cases.Where(item => item.Labels[5] == 1).Average(BloodPixels);
        var negative = cases.Where(item => item.Labels[5] == 0).Average(BloodPixels);

        Assert.True(positive > negative + 10, $"{positive:F1} bright pixels with a bleed, {negative:F1} without");
    }

    [Fact]
    public void Write_Artefacts_LookLikeBleedsInOneSliceAndChangeNoLabel()
    {
        var folder = Directory.CreateTempSubdirectory("framework-ich-").FullName;
        try
        {
            Dictionary<string, double[]> Bright(double artefacts)
            {
                var root = Path.Combine(folder, artefacts > 0 ? "with" : "without");
                var options = new IchPhantomOptions { MatrixSize = 64, SliceSpacing = 8, NoiseSd = [0, 0], Prevalence = TemporaryCohort.Frequent, Artefacts = artefacts };
                new IchPhantom(options).Write(new PhantomRequest { Folder = root, Cases = 150, Seed = 3 }, CancellationToken.None);
                var source = new RsnaSource(new RsnaOptions { Root = root });
                using var workspace = new SampleWorkspace();
                return source.Index(new IndexContext { CacheFolder = Path.Combine(root, "cache") }).Cases.ToDictionary(item => item.Id, item =>
                {
                    workspace.Reset();
                    var image = source.Load(item, workspace).Image;
                    return (double[])[item.Labels[5], image.Pixels.ToArray().Count(stored => (stored * image.Encoding.Slope) + image.Encoding.Intercept is > 55 and < 95), item.Position];
                });
            }

            var (with, without) = (Bright(0.3), Bright(0));

            Assert.Equal(without.Keys, with.Keys);
            Assert.All(without, slice => Assert.Equal(slice.Value[0], with[slice.Key][0]));
            var changed = without.Keys.Where(id => with[id][1] > without[id][1] + 3).ToList(); // 3 pixels are 42 square millimetres
            Assert.InRange(changed.Count, 0.15 * 150, 0.4 * 150);
            Assert.InRange(changed.Count(id => without[id][0] == 0), 10, changed.Count); // looks like a bleed, and is none
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Write_TestCases_AreOtherSubjectsWithASampleSubmission()
    {
        var folder = Directory.CreateTempSubdirectory("framework-ich-").FullName;
        try
        {
            var options = new IchPhantomOptions { MatrixSize = 32, SliceSpacing = 14, Prevalence = TemporaryCohort.Frequent, TestCases = 20 };
            new IchPhantom(options).Write(new PhantomRequest { Folder = folder, Cases = 30, Seed = 3 }, CancellationToken.None);
            IReadOnlyList<Case> Cases(string name) => new RsnaSource(new RsnaOptions { Root = folder, Images = name, Labels = name + ".csv" }).Index(new IndexContext { CacheFolder = Path.Combine(folder, "cache") }).Cases;
            var (train, test) = (Cases("stage_2_train"), Cases("stage_2_test"));

            Assert.Equal((30, 20), (train.Count, test.Count));
            Assert.Empty(train.Select(item => item.Subject).Intersect(test.Select(item => item.Subject)));
            var sample = File.ReadAllLines(Path.Combine(folder, "stage_2_sample_submission.csv"));
            Assert.Equal(1 + (6 * 20), sample.Length);
            Assert.Equal(test.Select(item => item.Id).Order(StringComparer.Ordinal), sample.Skip(1).Select(line => line[..line.LastIndexOf('_')]).Distinct().Order(StringComparer.Ordinal));
            Assert.All(sample.Skip(1), line => Assert.EndsWith(",0.5", line, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Write_UnknownSubtype_SaysWhichThereAre()
    {
        var error = Assert.Throws<ExperimentException>(() => new IchPhantom(new IchPhantomOptions { Prevalence = new Dictionary<string, double> { ["bruise"] = 0.1 } }));

        Assert.Equal("'prevalence' names 'bruise'. The sub-types are epidural, intraparenchymal, intraventricular, subarachnoid, subdural.", error.Message);
    }

    [PythonFact("pydicom", "gdcm")]
    public void Write_Slices_OpenInPydicomAndGdcmWithTheSamePixels()
    {
        using var cohort = new TemporaryCohort(cases: 8);
        const string Script = """
            import sys, glob, hashlib, gdcm, pydicom
            for path in sorted(glob.glob(sys.argv[1] + '/*.dcm')):
                reader = gdcm.ImageReader()
                reader.SetFileName(path)
                assert reader.Read(), path
                slice_ = pydicom.dcmread(path)
                assert slice_.pixel_array.shape == (64, 64)
                assert tuple(reader.GetImage().GetDimensions())[:2] == (64, 64)
                print(hashlib.sha256(slice_.pixel_array.tobytes()).hexdigest())
            """;
        using var python = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-c", Script, cohort.Images]) { RedirectStandardOutput = true })!;
        var hashes = python.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        python.WaitForExit();

        Assert.Equal(0, python.ExitCode);
        Assert.Equal(cohort.Files.Select(PixelHash), hashes);
    }

    private static string PixelHash(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(FellowOakDicom.Imaging.DicomPixelData.Create(DicomFile.Open(path).Dataset).GetFrame(0).Data));

    private static string Hash(TemporaryCohort cohort)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in cohort.Files.Append(cohort.Table))
            hash.AppendData(File.ReadAllBytes(path));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
