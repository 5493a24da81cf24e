using Framework.Plugins.DeepSpine.Reports;
using Xunit.Abstractions;

namespace Framework.Plugins.DeepSpine.Tests.Reports;

/// <summary>The extractor against labels that a person wrote beside invented sentences and reports.</summary>
public sealed class WrittenSetTests(ITestOutputHelper output)
{
    private static readonly ReportReader Reader = new(new ReportLabelsOptions());

    [Fact]
    public void TheSet_IsLargeEnough_AndAThirdIsHeldBack()
    {
        var (held, tuned) = (WrittenLabels.Of("held-back.txt"), WrittenLabels.Of("tuned.txt"));

        Assert.True(held.Concat(tuned).Count(text => !text.IsReport) >= 120);
        Assert.Equal(15, held.Concat(tuned).Count(text => text.IsReport));
        Assert.True(3 * held.Count >= held.Count + tuned.Count);
        Assert.Empty(held.Select(text => text.Text).Intersect(tuned.Select(text => text.Text)));
    }

    [Theory]
    [InlineData("held-back.txt")]
    [InlineData("tuned.txt")]
    public void Labels_OfTheSet_HaveAMicroF1OfAtLeast095(string file)
    {
        var (right, extra, lacking) = (0, 0, 0);
        foreach (var written in WrittenLabels.Of(file))
        {
            var read = Reader.Read(written.Text).Where(said => said.Value is not null).Select(said => (said.Level, said.Condition, said.Value!.Value)).ToHashSet();
            right += read.Intersect(written.Labels).Count();
            extra += read.Except(written.Labels).Count();
            lacking += written.Labels.Except(read).Count();
            if (!read.SetEquals(written.Labels))
                output.WriteLine($"{written.Text}\n  extra: {string.Join(' ', read.Except(written.Labels))}\n  lacking: {string.Join(' ', written.Labels.Except(read))}");
        }

        var f1 = 2.0 * right / ((2.0 * right) + extra + lacking);
        output.WriteLine($"{file}: {right} right, {extra} extra, {lacking} lacking, F1 {f1:0.000}");
        Assert.True(f1 >= 0.95, $"F1 {f1:0.000}");
    }
}
