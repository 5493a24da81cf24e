using System.Diagnostics;

namespace Framework.Benchmarks;

/// <summary><c>validate</c> of the quick start as a whole process; the cohort is there already.</summary>
internal sealed class ValidateStart : IBenchmark
{
    public string Name => "validate-start";

    public string What => "`validate experiments/quickstart.yaml`, from process start to exit; cohort and index are there, and the network was tried once";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 7;

    public bool HasPeer => false;

    public PeerCommand? Peer => null;

    public void Prepare()
    {
        Measure(); // writes the cohort and its index where they are not there
        Measure();
    }

    public double Measure()
    {
        var host = Path.Combine(AppContext.BaseDirectory, "..", "..", "Framework.Host", "release", "framework-host.dll");
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [host, "validate", "experiments/quickstart.yaml"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return process.ExitCode == 0 ? seconds : throw new InvalidOperationException($"validate ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }

    public void Dispose()
    {
    }
}
