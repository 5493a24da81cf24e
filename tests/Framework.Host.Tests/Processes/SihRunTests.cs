namespace Framework.Host.Tests.Processes;

/// <summary>Spontaneous intracranial hypotension from the phantom to the report.</summary>
public sealed class SihRunTests
{
    [Fact]
    public async Task Run_QuickKilledAndResumed_ReproducesTheLadderAndShowsThePublishedOne()
    {
        using var study = new StudyRun(Path.Combine("sih", "quick.yaml"));

        await study.EndKilledAt("coronal-front.0.0.untrained");

        double Of(string? control) => study.Figure("ensemble", control, "auroc", "sih");
        Assert.InRange(Of(null), 0.95, 1);
        Assert.InRange(Of("untrained"), 0.35, 0.65);
        Assert.True(Of("untrained") < Of("subset-10") && Of("subset-10") < Of(null), $"{Of("untrained")}, {Of("subset-10")}, {Of(null)}");
        var report = study.Report();
        Assert.Contains(">subset-10<", report, StringComparison.Ordinal);
        Assert.Contains(">0.610</td>", report, StringComparison.Ordinal); // the paper's
        Assert.Contains(">0.550</td>", report, StringComparison.Ordinal);
        Assert.Contains("'ensemble' against the other stages", report, StringComparison.Ordinal);
        foreach (var stage in new[] { "axial", "coronal-front", "coronal-back" })
        {
            Assert.Contains($"Which slice was taken: {stage}", report, StringComparison.Ordinal);
            Assert.Equal(1, study.Starts($"{stage}.0.0")); // what was finished when the process was killed is not done again
        }
    }
}
