using FellowOakDicom;
using Framework.Components.Data.Cohorts;
using Framework.Components.Data.Series;
using Framework.Components.Tests.Data.Series;

namespace Framework.Components.Tests.Data.Cohorts;

public sealed class CohortSeriesTests : IDisposable
{
    private static readonly double[] Sagittal = [0, 1, 0, 0, 0, -1];
    private readonly CohortFolder _folder = new();

    public CohortSeriesTests()
    {
        _folder.Write("cohort.csv", "patient,scan\np1,study/one\n");
        Stack("study/one", "1.2.3", [1, 0, 0, 0, 1, 0], 10);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Index_FolderOfOneSeries_IsOneVolume()
    {
        var source = new CohortSource(_folder.Options());
        var index = source.Index(Context);
        using var workspace = new SampleWorkspace();

        var image = source.Load(Assert.Single(index.Cases), workspace).Image;

        Assert.Equal(("1.2.3", "1.2"), (index.Cases[0].Series, index.Cases[0].Study));
        Assert.Equal([1, 3, 2, 3], image.Shape.ToArray());
        Assert.Equal([10f, 12, 14], new[] { image.Pixels[0], image.Pixels[6], image.Pixels[12] });
        Assert.Equal(
            ["study/one image 1.2.3 yes axial 3 2 the only one"],
            Assert.Single(index.Tables).Rows.Select(row => string.Join(' ', row)));
    }

    // A number for each object, slice by slice, as a viewer exports a label volume without a segmentation object.
    [Fact]
    public void Load_LabelVolumeAsASeries_HasTheNumbersOnTheImagesGrid()
    {
        _folder.Write("cohort.csv", "patient,scan,lesions\np1,study/one,labels/one\n");
        for (var i = 2; i >= 0; i--)
        {
            var slice = new SliceFile { Series = "1.2.5", Number = i + 1, Position = (0, 0, 2.0 * i), Stored = [0, 0, (short)i, 0, 3, 0] };
            slice.Write(Path.Combine(_folder.Path, "labels", "one"), $"{i}.dcm");
        }

        var source = new CohortSource(_folder.Options() with
        {
            Images = new Dictionary<string, ImageColumn> { ["image"] = new() { Column = "scan" }, ["mask"] = new() { Column = "lesions" } },
        });
        using var workspace = new SampleWorkspace();
        var sample = source.Load(Assert.Single(source.Index(Context).Cases), workspace);

        Assert.Equal([0f, 0, 0, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0, 0, 2, 0, 3, 0], sample["mask"].Pixels.ToArray());
        Assert.Equal(sample.Image.Geometry.Affine.ToArray(), sample["mask"].Geometry.Affine.ToArray());
    }

    [Fact]
    public void Index_FolderOfSeveralWithoutRules_AsksForThem()
    {
        Stack("study/one/more", "1.2.4", Sagittal, 20);

        var index = new CohortSource(_folder.Options()).Index(Context);

        Assert.Equal("cohort.csv:2: 'scan' names a folder of 2 series. Say by 'series' which one is meant.", Assert.Single(index.Problems).ToString());
    }

    [Fact]
    public void Index_RulesOfPreference_ChooseAndSayWhyNotTheOthers()
    {
        Stack("study/one/more", "1.2.4", Sagittal, 20);
        var source = new CohortSource(With(new SeriesRule { Plane = SeriesPlane.Coronal }, new SeriesRule { Plane = SeriesPlane.Sagittal }));
        var index = source.Index(Context);
        using var workspace = new SampleWorkspace();

        Assert.Equal("1.2.4", Assert.Single(index.Cases).Series);
        Assert.Equal(24, source.Load(index.Cases[0], workspace).Image.Pixels[0]); // the normal of these rows and columns points to -x
        Assert.Equal(
            [("1.2.3", "no"), ("1.2.4", "yes")],
            Assert.Single(index.Tables).Rows.Select(row => (row[2], row[3])));
        Assert.Equal("chosen by rule 2 of 2", index.Tables[0].Rows[1][^1]);
    }

    [Fact]
    public void Index_NoSeriesFits_SaysWhyNot()
    {
        var index = new CohortSource(With(new SeriesRule { Plane = SeriesPlane.Coronal })).Index(Context);

        Assert.Empty(index.Cases);
        Assert.StartsWith("cohort.csv:2: no series in the folder that 'scan' names fits a rule of 'series' (rule 1: ", Assert.Single(index.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(new FlowStep("cannot be used", 1, 0, 0), index.Flow[^1]);
    }

    [Fact]
    public void Index_FolderWithoutSlices_IsAProblem()
    {
        _folder.Write("empty/readme.txt", "nothing");
        _folder.Write("cohort.csv", "patient,scan\np1,empty\n");

        var index = new CohortSource(_folder.Options()).Index(Context);

        Assert.StartsWith("cohort.csv:2: 'scan' names a folder without a DICOM series that can be read as a volume", Assert.Single(index.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Index_SeriesOfTwoDays_HaveTheFactsOfTheirHeadersAndDaysFromTheFirst()
    {
        _folder.Write("cohort.csv", "patient,scan,kernel\np1,study/early,from the table\np2,study/late,also\n");
        foreach (var (name, date) in new[] { ("early", "20191230"), ("late", "20200102") })
        {
            var extra = new Dictionary<DicomTag, object> { [DicomTag.StudyDate] = date, [DicomTag.AccessionNumber] = $"A-{name}", [DicomTag.ConvolutionKernel] = "B30f" };
            for (var i = 0; i < 2; i++)
                new SliceFile { Series = $"1.2.{name.Length}", Number = i + 1, Position = (0, 0, 2 * i), Extra = extra }.Write(Path.Combine(_folder.Path, "study", name), $"{i}.dcm");
        }

        var cases = new CohortSource(_folder.Options() with { Attributes = ["kernel"] }).Index(Context).Cases;

        Assert.Equal(["0", "3"], cases.Select(item => item.Attributes["day"]));
        Assert.Equal(["A-early", "A-late"], cases.Select(item => item.Accession));
        Assert.Equal(["from the table", "also"], cases.Select(item => item.Attributes["kernel"]));
        Assert.All(cases, item => Assert.Equal("2x3", item.Attributes["matrix"]));
    }

    [Fact]
    public void FactsHash_HeadersOrChoiceThatChanged_IsAnother()
    {
        Stack("study/one/more", "1.2.4", Sagittal, 20);
        var axial = With(new SeriesRule { Plane = SeriesPlane.Axial });
        var before = FactsHash(axial);

        Assert.Equal(before, FactsHash(axial));
        Assert.NotEqual(before, FactsHash(With(new SeriesRule { Plane = SeriesPlane.Sagittal })));
        Stack("study/one/more", "1.2.4", Sagittal, 30); // other pixels of a series that is not read
        Assert.Equal(before, FactsHash(axial));
        Stack("study/one", "1.2.3", [1, 0, 0, 0, 1, 0], 10, from: 0.5); // the same files, moved by half a millimetre
        var moved = FactsHash(axial);
        Assert.NotEqual(before, moved);
        new SliceFile { Series = "1.2.3", Number = 4, Position = (0, 0, 6.5), Orientation = [1, 0, 0, 0, 1, 0] }.Write(Path.Combine(_folder.Path, "study/one"), "further.dcm");
        Assert.NotEqual(moved, FactsHash(axial));
    }

    [Fact]
    public void FactsHash_CellOfAnAttributeChanged_IsAnother()
    {
        _folder.Write("cohort.csv", "patient,scan,kernel\np1,study/one,B30f\n");
        var options = _folder.Options() with { Attributes = ["kernel"] };
        var before = FactsHash(options);

        _folder.Write("cohort.csv", "patient,scan,kernel\np1,study/one,B60f\n");

        Assert.NotEqual(before, FactsHash(options));
    }

    private ulong FactsHash(CohortOptions options) => Assert.Single(new CohortSource(options).Index(Context).Cases).FactsHash;

    private IndexContext Context => new() { CacheFolder = Path.Combine(_folder.Path, "cache") };

    private CohortOptions With(params SeriesRule[] rules) => _folder.Options() with
    {
        Images = new Dictionary<string, ImageColumn> { ["image"] = new() { Column = "scan", Series = new SelectSeriesOptions { Prefer = rules } } },
    };

    private void Stack(string folder, string series, double[] orientation, short value, double from = 0)
    {
        for (var i = 0; i < 3; i++)
        {
            var place = orientation[0] == 0 ? (from + 2.0 * i, 0.0, 0.0) : (0.0, 0.0, from + 2.0 * i);
            var slice = new SliceFile { Series = series, Number = i + 1, Position = place, Orientation = orientation, Stored = [.. Enumerable.Repeat((short)(value + (2 * i)), 6)] };
            slice.Write(Path.Combine(_folder.Path, folder), $"{series}.{i}.dcm");
        }
    }
}
