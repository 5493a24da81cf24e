using System.Text.Json;

namespace Framework.Host.Tests.Processes;

/// <summary>CSF-venous fistula from the phantom to the report.</summary>
public sealed class FistulaRunTests
{
    [Fact]
    public async Task Run_Quick_FindsTheFistulasBesideTheBernScoreAndPointsAtWhatTheSignsChanged()
    {
        // Fewer maps than the file asks for, and none compared with those of other networks: each takes seconds.
        using var study = new StudyRun(Path.Combine("fistula", "quick.yaml"), "explain[0].cases.take=8", "explain[0].sanity.take=0");

        await study.End();

        Assert.InRange(study.Figure("network", null, "auroc", "fistula.definite", overFolds: true), 0.80, 1);
        Assert.InRange(study.Figure("bern-score", null, "auroc", "fistula.definite"), 0.70, 1);
        var peaks = study.Json("maps.json").Where(map => map.GetProperty("peak_inside").ValueKind is JsonValueKind.True or JsonValueKind.False).ToList();
        Assert.True(peaks.Count >= 6, $"{peaks.Count} maps");
        // So few maps say whether peaks meet the altered anatomy more often than chance would, and no more than that.
        Assert.InRange((double)peaks.Count(map => map.GetProperty("peak_inside").GetBoolean()) / peaks.Count, peaks.Average(map => map.GetProperty("peak_chance").GetDouble()), 1);
        var report = study.Report();
        Assert.Contains("Folds of network: ROC, fistula.definite", report, StringComparison.Ordinal);
        Assert.Contains("0.867 ± 0.025", report, StringComparison.Ordinal); // the paper's
        Assert.Contains("'network' against the other stages", report, StringComparison.Ordinal);
        Assert.DoesNotContain("bern-score, untrained", report, StringComparison.Ordinal); // nothing can be taken away from a score
    }
}
