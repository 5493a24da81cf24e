using System.Text;
using FellowOakDicom;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Tests.Source;

public sealed class RsnaSourceTests : IDisposable
{
    private readonly TemporaryCohort _cohort = new();

    public void Dispose() => _cohort.Dispose();

    [Fact]
    public void Index_WholeCohort_HasEverySliceWithItsSubjectAndLabels()
    {
        var index = _cohort.Index();

        Assert.Empty(index.Problems);
        Assert.Equal(["epidural", "intraparenchymal", "intraventricular", "subarachnoid", "subdural", "any"], index.Labels);
        Assert.Equal(24, index.Cases.Count);
        var byFile = index.Cases.ToDictionary(item => item.Locator);
        foreach (var path in _cohort.Files)
        {
            var dataset = DicomFile.Open(path).Dataset;
            var item = byFile[Path.GetFileName(path)];
            Assert.Equal(dataset.GetString(DicomTag.PatientID), item.Subject);
            Assert.Equal(dataset.GetString(DicomTag.SeriesInstanceUID), item.Series);
        }

        foreach (var line in File.ReadLines(_cohort.Table).Skip(1))
        {
            var parts = line.Split('_', ',');
            var item = byFile[$"ID_{parts[1]}.dcm"];
            Assert.Equal(double.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture), item.Labels[index.Labels.ToList().IndexOf(parts[2])]);
        }
    }

    [Fact]
    public void Index_SecondTime_ReadsOnlyWhatChanged()
    {
        var first = _cohort.Index();
        var files = _cohort.Files;
        Corrupt(files[0], keepTime: true); // same size and time: the cache answers, so the damage goes unseen
        Assert.Equal(first.Fingerprint, _cohort.Index().Fingerprint);

        Corrupt(files[0], keepTime: false);
        Assert.Equal("stage_2_train/" + Path.GetFileName(files[0]), Assert.Single(_cohort.Index().Problems).Place);
    }

    [Fact]
    public void Index_DamagedCache_ReadsEverythingAgain()
    {
        var first = _cohort.Index();
        var cache = Assert.Single(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(_cohort.Root)!, "cache")));
        File.WriteAllBytes(cache, File.ReadAllBytes(cache)[..200]);

        Assert.Equal(first.Fingerprint, _cohort.Index().Fingerprint);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void Index_OtherSeparatorAndByteOrderMark_ReadsTheSame(string separator)
    {
        var expected = _cohort.Index().Fingerprint;
        File.WriteAllText(_cohort.Table, File.ReadAllText(_cohort.Table).Replace(",", separator, StringComparison.Ordinal), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(expected, _cohort.Index().Fingerprint);
    }

    [Fact]
    public void Index_NotALabelTable_SaysWhatTheFirstLineMustBe()
    {
        File.WriteAllText(_cohort.Table, "slice|label\nID_1_any|1\n");

        var error = Assert.Throws<DataFormatException>(() => _cohort.Index());

        Assert.Equal("stage_2_train.csv:1: the first line is 'slice|label'. It must be 'ID,Label' (a semicolon or a tab between them will do).", error.Message);
    }

    [Fact]
    public void Index_BrokenLines_ListsEachWithItsLine()
    {
        var lines = File.ReadAllLines(_cohort.Table).ToList();
        var id = lines[1].Split('_')[1];
        lines.Add($"ID_{id}_bruise,0");
        lines.Add($"ID_{id}_any,yes");
        lines.Add("ID_abcdef012_any,0");
        File.WriteAllLines(_cohort.Table, lines);
        var count = lines.Count;

        var problems = _cohort.Index().Problems.Select(problem => problem.ToString());

        Assert.Equal(
            [
                $"stage_2_train.csv:{count - 2}: 'ID_{id}_bruise,0' is not 'ID_slice_subtype,label'. The sub-types are epidural, intraparenchymal, intraventricular, subarachnoid, subdural, any.",
                $"stage_2_train.csv:{count - 1}: the label of 'ID_{id}_any' is 'yes'. It must be 0 or 1.",
                "stage_2_train.csv: labels 'ID_abcdef012', and there is no 'stage_2_train/ID_abcdef012.dcm'.",
            ],
            problems);
    }

    [Fact]
    public void Index_MissingLabels_LeavesTheSliceOutAndSaysWhy()
    {
        var lines = File.ReadAllLines(_cohort.Table).ToList();
        var id = lines[1].Split('_')[1];
        lines.RemoveAll(line => line.StartsWith($"ID_{id}_sub", StringComparison.Ordinal));
        File.WriteAllLines(_cohort.Table, lines);

        var index = _cohort.Index();

        Assert.Equal($"stage_2_train/ID_{id}.dcm: has no label for subarachnoid, subdural in stage_2_train.csv.", Assert.Single(index.Problems).ToString());
        Assert.Equal(23, index.Cases.Count);
    }

    [Fact]
    public void Index_SliceThatContradictsItself_IsAProblem()
    {
        var lines = File.ReadAllLines(_cohort.Table);
        var at = Array.FindIndex(lines, line => line.EndsWith("_any,0", StringComparison.Ordinal));
        lines[at] = lines[at][..^1] + "1";
        File.WriteAllLines(_cohort.Table, lines);

        Assert.EndsWith(".dcm: 'any' is 1 and the greatest sub-type 0. 'any' is 1 when one of the sub-types is.", Assert.Single(_cohort.Index().Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Index_NotDicomTruncatedOrUnlikeItsNeighbours_ListsEachFile()
    {
        var files = _cohort.Files;
        File.WriteAllText(files[0], "not DICOM at all, but long enough to be looked at");
        var whole = File.ReadAllBytes(files[1]);
        File.WriteAllBytes(files[1], whole[..^62]);
        Change(files[2], dataset => dataset.AddOrUpdate(DicomTag.Modality, "MR"));

        var problems = _cohort.Index().Problems.ToDictionary(problem => problem.Place, problem => problem.Message);

        Assert.Equal(3, problems.Count);
        Assert.Contains("8,130", problems["stage_2_train/" + Path.GetFileName(files[1])], StringComparison.Ordinal);
        Assert.Equal("modality is 'MR'. Slices of this source are 'CT'.", problems["stage_2_train/" + Path.GetFileName(files[2])]);
        Assert.All(problems.Values, message => Assert.DoesNotContain(_cohort.Root, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Index_NoRoot_SaysWhichOptionToSet()
    {
        Directory.Delete(_cohort.Root, recursive: true);

        var error = Assert.Throws<DataFormatException>(() => _cohort.Index());

        Assert.Equal($"{_cohort.Root}: the folder is not there. Set data.root to the folder that holds 'stage_2_train.csv' and 'stage_2_train'.", error.Message);
    }

    [Fact]
    public void Index_NoSlices_SaysWhichOptionToSet()
    {
        foreach (var path in _cohort.Files)
            File.Delete(path);

        var error = Assert.Throws<DataFormatException>(() => _cohort.Index());

        Assert.Equal($"{_cohort.Images}: there is no .dcm file. Set data.images to the folder of slices below data.root.", error.Message);
    }

    [Fact]
    public void Load_Slice_GivesStoredValuesWithTheirEncodingAndSpacing()
    {
        var item = _cohort.Index().Cases[0];
        using var workspace = new SampleWorkspace();

        var image = _cohort.Source.Load(item, workspace).Image;

        Assert.Equal([1, 64, 64], image.Shape.ToArray());
        Assert.Equal(240 / 64.0, image.Geometry.Spacing.X, 6);
        var hounsfield = (image.Pixels[(32 * 64) + 32] * image.Encoding.Slope) + image.Encoding.Intercept;
        Assert.InRange(hounsfield, -40, 140); // somewhere in a brain
    }

    private static void Corrupt(string path, bool keepTime)
    {
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllBytes(path, new byte[new FileInfo(path).Length]);
        File.SetLastWriteTimeUtc(path, keepTime ? time : time.AddSeconds(2));
    }

    private static void Change(string path, Action<DicomDataset> change)
    {
        var file = DicomFile.Open(path, FileReadOption.ReadAll);
        change(file.Dataset);
        file.Save(path);
    }
}
