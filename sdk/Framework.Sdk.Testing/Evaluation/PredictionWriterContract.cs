using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every writer of predictions promises: the same file from the same outputs, joined by the cases' names, and refused before the training where it cannot be written.</summary>
public abstract class PredictionWriterContract
{
    /// <summary>Makes the writer.</summary>
    protected abstract IPredictionWriter Create();

    /// <summary>What is predicted of each case. Default: <c>a</c> and <c>b</c>.</summary>
    protected virtual IReadOnlyList<string> Labels => ["a", "b"];

    /// <summary>The cases that it takes, at least two. Default: <c>case0</c> to <c>case3</c>.</summary>
    protected virtual IReadOnlyList<string> Cases => ["case0", "case1", "case2", "case3"];

    /// <summary>The end of a file's name and nothing else.</summary>
    [Fact]
    public void FileName_OfTheWriter_IsTheEndOfAFilesName()
    {
        var name = Create().FileName;
        Assert.True(Path.GetExtension(name).Length > 1 && Path.GetFileName(name) == name && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'), $"'{name}' is no end of a file's name, such as 'submission.csv': letters, digits, '-', '_' and an ending.");
    }

    /// <summary>What was checked can be written; the same outputs give the same text, whatever language the system speaks.</summary>
    [Fact]
    public void Write_Twice_GivesTheSame()
    {
        Create().Check(Labels, CasesOf(Cases));
        var writer = Create();
        var expected = Written(writer, Table());
        Assert.True(expected.Length > 0, "it writes nothing.");
        Assert.True(expected == Written(writer, Table()), "the same predictions give another text the second time. Keep nothing between calls.");
        Assert.True(expected == CommaLanguage.Run(() => Written(Create(), Table())), "numbers are written otherwise where the system's language has a decimal comma ('0,5'). Format with CultureInfo.InvariantCulture.");
    }

    /// <summary>Lines end with a line feed, the last one too.</summary>
    [Fact]
    public void Write_EveryLine_EndsWithALineFeed()
    {
        var text = Written(Create(), Table());
        Assert.True(text.EndsWith('\n') && !text.Contains('\r', StringComparison.Ordinal), "a line ends with something else than a line feed. WriteLine ends them as the host wants it, Environment.NewLine does not.");
    }

    /// <summary>Each case's answer stands under its own name, in whatever order rows come.</summary>
    [Fact]
    public void Write_RowsInAnotherOrder_GivesEachCaseItsOwnAnswer()
    {
        int[] order = [.. Enumerable.Range(0, Cases.Count).Reverse()];
        Assert.True(Lines(Written(Create(), Table())).SequenceEqual(Lines(Written(Create(), Table(order)))), "the same rows in another order give other lines. Join by PredictedCase.Case, never by position.");
    }

    /// <summary>The file holds what was predicted, and not what is true.</summary>
    [Fact]
    public void Write_OtherOutputs_GivesAnotherFileAndOtherTruthsDoNot()
    {
        var text = Written(Create(), Table());
        Assert.True(text != Written(Create(), Table(outputs: at => 0.95 - (0.9 * Output(at)))), "other outputs give the same file.");
        Assert.True(text == Written(Create(), Table(target: 1)), "the file depends on the truth, which nobody knows of new cases. Write Predictions.Output alone.");
    }

    /// <summary>The file names each case where the writer says so, and none where it does not.</summary>
    [Fact]
    public void Write_EveryCase_IsNamedAsTheWriterSays()
    {
        var (writer, text) = (Create(), Written(Create(), Table()));
        foreach (var id in Cases)
        {
            Assert.True(
                text.Contains(id, StringComparison.Ordinal) == writer.NamesCases,
                writer.NamesCases ? $"'{id}' is not in the file. Every case has an answer; where names are not written, NamesCases is false." : $"'{id}' is in the file, and NamesCases is false: a name would leave the house unasked.");
        }
    }

    /// <summary>Labels and cases that it cannot write are refused before anything is fitted, in words, and never written.</summary>
    [Fact]
    public void Check_OtherLabelsOrCases_SaysSoBeforeTheTraining()
    {
        AssertAgree(["something else"], Cases, "with the one label 'something else'");
        AssertAgree(Labels, [.. Cases.Skip(1)], $"without '{Cases[0]}'");
        AssertAgree(Labels, [.. Cases, "another"], "with the case 'another'");
        AssertAgree(Labels, [.. Cases, Cases[0]], $"with '{Cases[0]}' twice");
    }

    private void AssertAgree(IReadOnlyList<string> labels, IReadOnlyList<string> cases, string how)
    {
        var checking = Record.Exception(() => Create().Check(labels, CasesOf(cases)));
        Assert.True(checking is null or FrameworkException, $"predictions {how}: Check ends in {checking?.GetType().Name}: '{checking?.Message}'. Throw DataFormatException or ExperimentException.");
        Assert.True(checking is null || checking.Message.Contains(". ", StringComparison.Ordinal), $"predictions {how}: '{checking?.Message}' does not say what would be right. The form is: fact. What would be right.");
        var writing = Record.Exception(() => { Written(Create(), Table(labels, cases)); });
        Assert.True((checking is null) == (writing is null), checking is null
            ? $"predictions {how} pass Check, and Write ends in '{writing?.Message}': that is known when everything is fitted. Let Check find it."
            : $"predictions {how} are refused by Check and written by Write. Ask the same of both.");
    }

    private static string Written(IPredictionWriter writer, Predictions predictions)
    {
        using var text = new StringWriter { NewLine = "\n" }; // of the user's language, as the host's own
        writer.Write(predictions, text);
        return text.ToString();
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Order(StringComparer.Ordinal);

    private static List<Case> CasesOf(IEnumerable<string> cases) => [.. cases.Select(id => new Case { Id = id, Subject = id, Labels = [] })];

    // No two outputs are alike, and all have a short decimal form.
    private static double Output(int at) => (at + 1) / 64.0;

    private Predictions Table(int[]? order = null, Func<int, double>? outputs = null, double target = double.NaN)
    {
        int[] rows = order ?? [.. Enumerable.Range(0, Cases.Count)];
        return new Predictions(
            Labels,
            [.. rows.Select(row => new PredictedCase(Cases[row], Cases[row], "", 0))],
            [.. Enumerable.Repeat(target, rows.Length * Labels.Count)],
            [.. rows.SelectMany(row => Labels.Select((_, label) => (outputs ?? Output)((row * Labels.Count) + label)))]);
    }

    private static Predictions Table(IReadOnlyList<string> labels, IReadOnlyList<string> cases) => new(
        labels,
        [.. cases.Select(id => new PredictedCase(id, id, "", 0))],
        [.. Enumerable.Repeat(double.NaN, labels.Count * cases.Count)],
        [.. Enumerable.Range(0, labels.Count * cases.Count).Select(Output)]);
}
