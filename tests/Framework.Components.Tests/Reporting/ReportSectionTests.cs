using Framework.Components.Evaluation;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;

namespace Framework.Components.Tests.Reporting;

public sealed class ReportSectionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_SectionsInAnyOrder_StandAtTheirPlaces()
    {
        var html = Write(new ReportSection(ReportPlace.NotDone, "last", [new TextBlock("z")]), new ReportSection(ReportPlace.Audit, "second", [new TextBlock("y")]), new ReportSection(ReportPlace.Verdicts, "first", [new TextBlock("x")]));

        Assert.True(html.IndexOf("first", StringComparison.Ordinal) < html.IndexOf("second", StringComparison.Ordinal));
        Assert.True(html.IndexOf("second", StringComparison.Ordinal) < html.IndexOf("last", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_FailedVerdict_IsRed()
    {
        var html = Write(new ReportSection(ReportPlace.Verdicts, "Controls", [new VerdictBlock("permuted-labels", false, "expected <= 0.6.")]));

        Assert.Contains("<p class=\"verdict bad\"><strong>permuted-labels: failed</strong> expected &lt;= 0.6.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Figure_IsInThePageAndAFile()
    {
        var html = Write(new ReportSection(ReportPlace.Curves, "Curves", [new FigureBlock("mine", "<svg>drawn</svg>"), new ImageBlock("shot", new byte[] { 1, 2 }, "a shot")]));

        Assert.Contains("<figure><svg>drawn</svg></figure>", html, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,AQI=\"", html, StringComparison.Ordinal);
        Assert.Equal(["mine.svg", "shot.png"], Directory.GetFiles(Path.Combine(_folder.FullName, "figures")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Write_RowOfAnotherLength_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => Write(new ReportSection(ReportPlace.Audit, "Audit", [new TableBlock([new("one"), new("two")], [["only"]]) { Caption = "pairs" }])));

        Assert.StartsWith("A row of the table 'pairs' has 1 cells for 2 columns.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "0.700")]
    [InlineData("log-loss", null, "0.300")]
    [InlineData(null, "b", "0.800")]
    public void Write_Headline_IsTheFigureThatWasAskedFor(string? metric, string? label, string expected)
    {
        Score Of(string split, string name, string? of, double value) => new("classify", split, null, new MetricValue { Name = name, Label = of, Value = value, Count = 9, Subjects = 9, HigherIsBetter = name == "auroc" });
        var input = new ReportInput
        {
            Title = "t",
            Scores = [Of("validate", "auroc", null, 0.9), Of("test", "auroc", "b", 0.8), Of("test", "auroc", null, 0.7), Of("test", "log-loss", null, 0.3)],
            Headline = new HeadlineChoice(metric, label),
        };

        Assert.Contains($"<p class=\"value\">{expected} ", File.ReadAllText(ReportWriter.Write(input, _folder.FullName)), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PublishedFigure_StandsBesideOursWithItsSource()
    {
        var input = new ReportInput
        {
            Title = "t",
            Scores = [new("classify", "test", null, new MetricValue { Name = "auroc", Label = "a", Value = 0.9, Count = 9, Subjects = 9, HigherIsBetter = true })],
            Published = [new PublishedScore("auroc", "a", 0.98, "other scanner", "Somebody 2020, table 2")],
        };
        var html = File.ReadAllText(ReportWriter.Write(input, _folder.FullName));

        Assert.Contains("<td class=\"number\">0.980</td><td class=\"number\">&#8722;0.080</td><td class=\"\">Somebody 2020, table 2</td><td class=\"\">other scanner</td>", html.Replace("−", "&#8722;", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PublishedFiguresThatAConstantBeats_AreSaidToBeWorse()
    {
        Score Loss(string stage) => new(stage, "validate", null, new MetricValue { Name = "log-loss", Value = 0.2, Count = 9, Subjects = 9, HigherIsBetter = false });
        var input = new ReportInput
        {
            Title = "t",
            Scores = [Loss("classify@none"), Loss("classify@balanced")],
            Published =
            [
                new PublishedScore("log-loss", null, 0.231, "", "counts of table 2") { Control = "prevalence" },
                new PublishedScore("log-loss", null, 0.808, "", "table 3") { Variant = "none" },
                new PublishedScore("log-loss", null, 0.647, "", "table 3") { Variant = "balanced" },
                new PublishedScore("log-loss", null, 0.044, "", "first place") { Split = "validate" },
            ],
        };
        var html = System.Net.WebUtility.HtmlDecode(File.ReadAllText(ReportWriter.Write(input, _folder.FullName)));

        Assert.Contains("2 of 3 published figures of log-loss are worse than a constant: predicting each label's prevalence, whatever the image shows, scores 0.231 (counts of table 2), and the best of them is 0.647 (table 3).", html, StringComparison.Ordinal);
        var rows = html[html.IndexOf(">Beside the publication<", StringComparison.Ordinal)..].Split("<tr>").Where(row => row.Contains("table 3", StringComparison.Ordinal) || row.Contains("first place", StringComparison.Ordinal)).Where(row => row.Contains("</td>", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, rows.Count); // each of table 3 beside its own variant, the first place beside both
        Assert.Equal(2, rows.Count(row => row.Contains("worse than a constant", StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.Contains("classify@balanced", StringComparison.Ordinal) && row.Contains("0.647", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_PublishedMeanOverFolds_StandsBesideOursAndTheControlsBesideTheirs()
    {
        Score Of(string stage, string? control, double value, Spread? folds = null) =>
            new(stage, "test", control, new MetricValue { Name = "auroc", Label = "a", Value = value, Count = 9, Subjects = 9, HigherIsBetter = true }) { Folds = folds };
        var input = new ReportInput
        {
            Title = "t",
            Scores = [Of("network", null, 0.85, new Spread(0.875, 0.03, 5)), Of("network", "subset-10", 0.65), Of("score", null, 0.75)],
            Published =
            [
                new PublishedScore("auroc", "a", 0.9, "", "of the network") { Stage = "network", Deviation = 0.02 },
                new PublishedScore("auroc", "a", 0.6, "", "of few cases") { Stage = "network", Control = "subset-10" },
                new PublishedScore("auroc", "a", 0.8, "", "of the score") { Stage = "score" },
            ],
        };
        var rows = System.Net.WebUtility.HtmlDecode(File.ReadAllText(ReportWriter.Write(input, _folder.FullName))).Replace("−", "-", StringComparison.Ordinal).Split("<tr>").Where(row => row.Contains("of the ", StringComparison.Ordinal) || row.Contains("of few", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, rows.Count(row => row.Contains("</td><td", StringComparison.Ordinal) && row.Contains("test", StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.Contains("0.875 ± 0.030", StringComparison.Ordinal) && row.Contains("5 folds; pooled 0.850", StringComparison.Ordinal) && row.Contains("0.900 ± 0.020</td><td class=\"number\">-0.025</td>", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(">subset-10<", StringComparison.Ordinal) && row.Contains("0.600</td><td class=\"number\">+0.050</td>", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("score, test", StringComparison.Ordinal) && row.Contains("0.800</td><td class=\"number\">-0.050</td>", StringComparison.Ordinal));
    }

    private string Write(params ReportSection[] sections) =>
        File.ReadAllText(ReportWriter.Write(new ReportInput { Title = "t", Scores = [], Sections = sections }, _folder.FullName));
}
