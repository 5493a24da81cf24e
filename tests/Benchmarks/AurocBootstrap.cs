using System.Diagnostics;
using Framework.Components.Evaluation;
using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>AUROC with an interval from 1,000 cohorts of subjects drawn with replacement.</summary>
internal sealed class AurocBootstrap : IBenchmark
{
    private const int Cases = 100_000;
    private const int CasesPerSubject = 5;
    private readonly Auroc _metric = new(new AurocOptions { Confidence = new ConfidenceOptions { Resamples = 1000 } });
    private Predictions? _table;

    public string Name => "auroc-bootstrap";

    public string What => "AUROC of 100,000 cases of 20,000 subjects with 1,000 resamples of subjects; the peer does 20 and counts them 50 times";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 5;

    public PeerCommand? Peer => new("scikit-learn", "auroc_bootstrap.py");

    public void Prepare()
    {
        var random = new RandomStream(3);
        double[] targets = [.. Enumerable.Range(0, Cases).Select(_ => random.Chance(0.3) ? 1.0 : 0)];
        double[] outputs = [.. targets.Select(target => 1 / (1 + Math.Exp(-target - random.Normal())))];
        _table = new Predictions(["any"], [.. Enumerable.Range(0, Cases).Select(i => new PredictedCase($"c{i}", $"s{i / CasesPerSubject}", "", 0))], targets, outputs);
        Measure();
    }

    public double Measure()
    {
        var start = Stopwatch.GetTimestamp();
        _metric.Compute(_table!);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _table = null;
}
