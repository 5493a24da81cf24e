using System.Security.Cryptography;
using Framework.Components.Data.Cohorts;
using Framework.Plugins.CmbCsvd.Phantom;
using Framework.Sdk;

namespace Framework.Plugins.CmbCsvd.Tests;

public sealed class CmbCsvdPhantomTests : IDisposable
{
    private static readonly CmbCsvdPhantomOptions Small = new() { MatrixSize = 64, SliceSpacing = 4, ThirdCentre = 0.3, Repeated = 0.15, Diameter = [6, 10], WithoutMicrobleeds = 0.1 };

    private static readonly string[] Classes = ["aSVD", "CAA", "CADASIL"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-cmb-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_SameSeed_GivesTheSameBytes()
    {
        Assert.Equal(Hash(Write("a", 4, 3)), Hash(Write("b", 4, 3)));
        Assert.NotEqual(Hash(Write("c", 4, 4)), Hash(Write("d", 4, 3)));
    }

    [Fact]
    public void Write_Cohort_HasEveryDiseaseAtEveryCentreAndPatientsAtOne()
    {
        var index = Source(Write("cohort", 40, 5)).Index(Context());

        Assert.Empty(index.Problems);
        Assert.Equal(["disease.aSVD", "disease.CAA", "disease.CADASIL"], index.Labels);
        Assert.Equal(9, index.Cases.Select(item => (item.Site, Class(item))).Distinct().Count());
        Assert.Equal(12, index.Cases.Count(item => item.Site == "C"));
        var again = index.Cases.GroupBy(item => item.Subject).Where(scans => scans.Count() > 1).ToList();
        Assert.Equal(6, again.Count);
        Assert.All(again, scans => Assert.Single(scans.Select(item => (item.Site, Class(item))).Distinct()));
        Assert.All(again, scans => Assert.Equal(2, scans.Select(item => item.Series).Distinct().Count()));
    }

    [Fact]
    public void Write_Microbleeds_AreDarkWhereTheirLabelSaysAndLieAsTheDiseaseHasThem()
    {
        var source = Source(Write("cohort", 30, 7));
        var (places, dark) = (new Dictionary<string, List<double>>(), 0);
        var all = 0;
        using var workspace = new SampleWorkspace();
        foreach (var item in source.Index(Context()).Cases)
        {
            workspace.Reset();
            var sample = source.Load(item, workspace);
            var (image, mask) = (sample.Image.Pixels.ToArray(), sample["mask"].Pixels.ToArray());
            var most = image.Max();
            var tissue = Median(image.Where(value => value > 0.3 * most));
            foreach (var lesion in Enumerable.Range(0, mask.Length).Where(i => mask[i] > 0).GroupBy(i => mask[i]))
            {
                all++;
                dark += lesion.Average(i => image[i]) < 0.75 * tissue ? 1 : 0;
                if (!places.TryGetValue(Class(item), out var radii))
                    places.Add(Class(item), radii = []);
                radii.Add(FromTheMiddle(lesion, sample.Image));
            }
        }

        Assert.True(all > 60, $"{all} microbleeds");
        Assert.True(dark > 0.95 * all, $"{dark} of {all} are dark");
        Assert.True(places["aSVD"].Average() < places["CADASIL"].Average() - 3, "deep lesions lie nearer to the middle than mixed ones");
        Assert.True(places["CADASIL"].Average() < places["CAA"].Average() - 3, "mixed lesions lie nearer to the middle than lobar ones");
    }

    [Fact]
    public void Write_Readers_CallTheThirdCentreAloneOnceUnderEachCondition()
    {
        var folder = Write("cohort", 20, 5);
        var third = Source(folder).Index(Context()).Cases.Where(item => item.Site == "C").ToDictionary(item => item.Id, item => item.Labels);
        var lines = File.ReadAllLines(Path.Combine(folder, "readers.csv")).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(third.Count * 4 * 2, lines.Count);
        Assert.All(lines, cells => Assert.Equal(1, cells[3..].Count(cell => cell == "1")));
        Assert.Equal(lines.Count, lines.Select(cells => (cells[0], cells[1], cells[2])).Distinct().Count());
        var right = lines.ToLookup(cells => cells[2], cells => cells[3..].Zip(third[cells[0]]).All(pair => double.Parse(pair.First, System.Globalization.CultureInfo.InvariantCulture) == pair.Second));
        Assert.InRange(right["unassisted"].Average(own => own ? 1 : 0), 0.4, 0.95);
    }

    // Millimetres between a lesion's middle and the grid's, left to right and front to back.
    private static double FromTheMiddle(IEnumerable<int> voxels, Image image)
    {
        var middle = image.Geometry.ToPatient(VoxelGrid.Of(image).Center);
        var places = voxels.Select(i => image.Geometry.ToPatient(new VoxelPoint(i % image.Width, i / image.Width % image.Height, i / (image.Width * image.Height)))).ToList();
        return Math.Sqrt(Math.Pow(places.Average(at => at.X) - middle.X, 2) + Math.Pow(places.Average(at => at.Y) - middle.Y, 2));
    }

    private static double Median(IEnumerable<float> values) => values.Order().ToArray() is var ordered ? ordered[ordered.Length / 2] : 0;

    private static string Class(Case item) => Classes[item.Labels.ToList().IndexOf(1)];

    private static CohortSource Source(string root) => new(new CohortOptions
    {
        Root = root,
        Tables = ["cohort.csv"],
        Subject = "patient",
        Case = "scan",
        Site = "centre",
        Images = new Dictionary<string, ImageColumn> { ["image"] = new() { Column = "folder" }, ["mask"] = new() { Column = "mask" } },
        Labels = new Dictionary<string, LabelColumn> { ["disease"] = new() { Column = "disease", Classes = Classes } },
    });

    private IndexContext Context() => new() { CacheFolder = Path.Combine(_folder.FullName, "cache") };

    private string Write(string name, int cases, ulong seed)
    {
        var folder = Path.Combine(_folder.FullName, name);
        new CmbCsvdPhantom(Small).Write(new PhantomRequest { Folder = folder, Cases = cases, Seed = seed }, CancellationToken.None);
        return folder;
    }

    private static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(file => !file.EndsWith(".gz", StringComparison.Ordinal)))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
