using System.Globalization;
using Framework.Plugins.Ich.Kaggle;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Tests.Kaggle;

public sealed class SubmissionWriterTests : IDisposable
{
    private static readonly string[] Subtypes = ["epidural", "intraparenchymal", "intraventricular", "subarachnoid", "subdural", "any"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-submission-");

    private string Sample => Path.Combine(_folder.FullName, "sample.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    // The public code of the study wrote predictions in the order of its files into the rows of the sample file.
    [Fact]
    public void Write_RowsInAnotherOrder_AreJoinedByIdentity()
    {
        WriteSample("ID_b", "ID_a");
        var labels = Subtypes.Reverse().ToArray(); // and columns in another order
        var table = new Predictions(labels, [Who("ID_a"), Who("ID_b")], new double[12], [0.16, 0.15, 0.14, 0.13, 0.12, 0.11, 0.26, 0.25, 0.24, 0.23, 0.22, 0.21]);

        var lines = Write(table).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("ID,Label", lines[0]);
        Assert.Equal(
            [.. Subtypes.Select((name, at) => string.Create(CultureInfo.InvariantCulture, $"ID_b_{name},{0.21 + (0.01 * at):0.##}")), .. Subtypes.Select((name, at) => string.Create(CultureInfo.InvariantCulture, $"ID_a_{name},{0.11 + (0.01 * at):0.##}"))],
            lines[1..]);
    }

    [Fact]
    public void Write_CertainOutputs_AreClipped()
    {
        WriteSample("ID_a");
        var table = new Predictions(Subtypes, [Who("ID_a")], new double[6], [0, 1, 0.5, 0.5, 0.5, 0.5]);

        var lines = Write(table, clip: 0.001).Split('\n');

        Assert.Equal(["ID_a_epidural,0.001", "ID_a_intraparenchymal,0.999"], lines[1..3]);
    }

    [Theory]
    [InlineData("ID_a", "1 slices are in sample.csv and not predicted: ID_b. Unpack all images of that stage; a case that was left out has no answer.")]
    [InlineData("ID_a ID_b ID_c", "1 slices are predicted and not in sample.csv: ID_c. Predict the slices of the stage that the sample file is of.")]
    [InlineData("ID_a ID_b ID_b", "1 slices are predicted twice, and sample.csv has room for one answer each: ID_b. Take copies out of the folder of images.")]
    public void Check_OtherSlicesThanTheSample_AreErrors(string predicted, string message)
    {
        WriteSample("ID_a", "ID_b");
        Case[] cases = [.. predicted.Split(' ').Select(id => new Case { Id = id, Subject = "s", Labels = [] })];

        Assert.Equal(message, Assert.Throws<DataFormatException>(() => Writer().Check(Subtypes, cases)).Message);
        var table = new Predictions(Subtypes, [.. cases.Select(item => Who(item.Id))], new double[6 * cases.Length], new double[6 * cases.Length]);
        Assert.Equal(message, Assert.Throws<DataFormatException>(() => Write(table)).Message);
    }

    [Theory]
    [InlineData("Id,Label\n", "sample.csv:1: the first line is 'Id,Label'. It must be 'ID,Label'.")]
    [InlineData("ID,Label\nID_a_bruise,0.5\n", "sample.csv:2: 'ID_a_bruise,0.5' is not 'ID_slice_subtype,label'. The sub-types are epidural, intraparenchymal, intraventricular, subarachnoid, subdural, any.")]
    [InlineData("ID,Label\nID_a_any,0.5\nID_a_any,0.5\n", "sample.csv:3: 'ID_a_any' stands there twice. Take the file as the challenge gives it.")]
    [InlineData("ID,Label\nID_a_any,0.5\n", "sample.csv: 'ID_a' has no line for each of epidural, intraparenchymal, intraventricular, subarachnoid, subdural, any. Take the file as the challenge gives it.")]
    public void Check_SampleThatIsNone_SaysWhere(string text, string message)
    {
        File.WriteAllText(Sample, text);

        Assert.Equal(message, Assert.Throws<DataFormatException>(() => Writer().Check(Subtypes, [])).Message);
    }

    [Fact]
    public void Check_OtherLabels_AreNamed() =>
        Assert.Equal(
            "'ich.submission' needs outputs for epidural, intraparenchymal, intraventricular, subarachnoid, subdural, any, and the stage gives bleed. Name the stage that predicts the challenge's labels.",
            Assert.Throws<ExperimentException>(() => Writer().Check(["bleed"], [])).Message);

    private static PredictedCase Who(string id) => new(id, "s", "", 0);

    private SubmissionWriter Writer(double clip = 1e-15) => new(new SubmissionOptions { Sample = Sample, Clip = clip });

    private string Write(Predictions table, double clip = 1e-15)
    {
        using var text = new StringWriter();
        Writer(clip).Write(table, text);
        return text.ToString();
    }

    private void WriteSample(params string[] slices) =>
        File.WriteAllText(Sample, "ID,Label\n" + string.Concat(slices.SelectMany(slice => Subtypes.Select(name => $"{slice}_{name},0.5\n"))));
}
