using Framework.Components.Data.Tables;
using Framework.Components.Data.Volumes;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Tests.Phantom;

/// <summary>One small cohort, and what its tables and masks say of it.</summary>
public sealed class DeepSpinePhantomTests(SmallCohort cohort) : IClassFixture<SmallCohort>
{
    private const int Cases = SmallCohort.Cases;
    private readonly string _folder = cohort.Folder;

    [Fact]
    public void Labels_ReadFromReports_AreTheTruth()
    {
        var (levels, truth) = (Read("levels.csv"), Read("truth.csv").Rows.ToDictionary(row => $"{row.Cells[0]} {row.Cells[1]}"));
        var truthTable = Read("truth.csv");
        var (right, wrong, silent, present) = (0, 0, 0, 0);
        foreach (var row in levels.Rows)
        {
            foreach (var condition in Conditions.All)
            {
                var (read, there) = (row.Cells[levels.Find(condition.Column())], truth[row.Cells[levels.Find("case")]].Cells[truthTable.Find(condition.Column())]);
                var isThere = there != condition.Words()[0];
                present += isThere ? 1 : 0;
                if (read.Length == 0)
                    silent += isThere ? 1 : 0;
                else
                    (right, wrong) = read == there ? (right + 1, wrong) : (right, wrong + 1);
            }
        }

        // Every finding that is there stands in the report, so one without a label was overlooked.
        Assert.True(right >= 0.97 * (right + wrong + silent), $"{right} right, {wrong} wrong, {silent} overlooked");
        Assert.True(present > 200);
        Assert.True(right + wrong > 0.7 * Cases * 5 * 9);
    }

    [Fact]
    public void Reports_AreWordedOtherwise() => Assert.True(Read("studies.csv") is var studies && studies.Rows.Select(row => row.Cells[studies.Find("report")]).Distinct().Count() == Cases);

    [Fact]
    public void Masks_ShowFiveBodiesAndMostlyTheSacrum()
    {
        using var workspace = new SampleWorkspace();
        var withSacrum = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "vertebrae")))
        {
            var mask = VolumeFile.Read(file, "mask", workspace, new VolumeOptions());
            var values = mask.Pixels.ToArray();
            Assert.Superset(values.Distinct().ToHashSet(), new HashSet<float> { 0, 1, 2 });
            Assert.InRange(values.Average(value => value == 1 ? 1.0 : 0), 0.03, 0.3);
            withSacrum += values.Count(value => value == 2) > 40 ? 1 : 0;
        }

        Assert.InRange(withSacrum, Cases / 2, Cases - 1);
    }

    [Fact]
    public void Write_WithTheSameSeed_GivesTheSameTables()
    {
        var again = Directory.CreateTempSubdirectory("spine-").FullName;
        try
        {
            SmallCohort.Write(again, 3);
            Assert.StartsWith(File.ReadAllText(Path.Combine(again, "levels.csv")), File.ReadAllText(Path.Combine(_folder, "levels.csv")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
    }

    private CsvTable Read(string name) => CsvTable.Read(Path.Combine(_folder, name), name);
}
