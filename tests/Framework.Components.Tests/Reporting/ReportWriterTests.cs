using Framework.Components.Reporting;
using Framework.Sdk;

namespace Framework.Components.Tests.Reporting;

public sealed class ReportWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_WholeRun_IsOneFileThatNeedsNoOther()
    {
        var html = Write();

        // The only address is the name of the SVG namespace, which nothing is loaded from.
        Assert.DoesNotContain("http", html.Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,", html, StringComparison.Ordinal);
        Assert.Equal(
            ["decision-curve.classify.any.svg", "example.right.0.png", "loss.classify.0.0.svg", "precision-recall.classify.any.svg", "reliability.classify.any.svg", "roc.classify.any.svg"],
            Directory.GetFiles(Path.Combine(_folder.FullName, "figures")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Write_ControlBetterThanTheRun_IsMarked()
    {
        var html = Write();

        Assert.Contains("<td class=\"number strong\">0.400</td><td class=\"number bad\">0.900</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number strong\">0.300</td><td class=\"number\">0.700</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextWithMarkup_StaysText()
    {
        var html = Write();

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
    }

    private string Write() => File.ReadAllText(ReportWriter.Write(Input(), _folder.FullName));

    private static ReportInput Input() => new()
    {
        Title = "<script>alert(1)</script>",
        Scores =
        [
            new("classify", "test", null, Value("auroc", 0.4, higherIsBetter: true)),
            new("classify", "test", "untrained", Value("auroc", 0.9, higherIsBetter: true)),
            new("classify", "test", null, Value("log-loss", 0.3, higherIsBetter: false)),
            new("classify", "test", "untrained", Value("log-loss", 0.7, higherIsBetter: false)),
        ],
        Losses = [new LossHistory("classify.0.0", [1, 0.5], [1.1, 0.8], ChosenEpoch: 1)],
        Predictions = [new PredictionSet("classify", "test", null, new Predictions(["any"], [Row("a"), Row("b")], [0, 1], [0.2, 0.7]))],
        Examples = [new ExampleCase("a", "any", 0, 0.2, new GrayImage(2, 1, [0, 255]))],
        Provenance = [("seed", "1")],
    };

    private static PredictedCase Row(string name) => new(name, name, "", 0);

    private static MetricValue Value(string name, double value, bool higherIsBetter) =>
        new() { Name = name, Label = "any", Value = value, Count = 2, Subjects = 2, HigherIsBetter = higherIsBetter };
}
