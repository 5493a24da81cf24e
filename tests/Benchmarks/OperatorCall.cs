using System.Diagnostics;
using TorchSharp;

namespace Framework.Benchmarks;

/// <summary>What one operator call costs beyond the arithmetic: x + y on 16 values.</summary>
internal sealed class OperatorCall : IBenchmark
{
    private const int Calls = 200_000;
    private torch.Tensor? _x;
    private torch.Tensor? _y;

    public string Name => "operator-call";

    public string What => "x + y on 16 float32 values, per call";

    public string Unit => "µs";

    public bool LowerIsBetter => true;

    public int Pairs => 9;

    public PeerCommand? Peer => new("Python", "operator_call.py", Calls.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Prepare()
    {
        _x = torch.ones(16);
        _y = torch.ones(16);
        Measure();
    }

    public double Measure()
    {
        using var grad = torch.no_grad();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
        {
            using var sum = _x! + _y!;
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls;
    }

    public void Dispose()
    {
        _x?.Dispose();
        _y?.Dispose();
    }
}
