using System.Diagnostics;
using System.Globalization;

namespace Framework.Benchmarks;

/// <summary>The share of the time in which a GPU works, as its driver counts it.</summary>
internal static class GpuShare
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    /// <summary>Percent, while something is done again and again; null where there is no nvidia-smi.</summary>
    public static double? During(Func<double> work)
    {
        string[] arguments = ["--query-gpu=utilization.gpu", "--format=csv,noheader,nounits", "-lms", "100", "-i", Gpu];
        var samples = new List<double>();
        try
        {
            using var watch = new Process { StartInfo = new ProcessStartInfo("nvidia-smi", arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
            watch.OutputDataReceived += (_, line) => Add(samples, line.Data);
            watch.Start();
            var start = Stopwatch.GetTimestamp();
            work();
            watch.BeginOutputReadLine(); // what came before is warming up, and the driver looks back up to a second
            while (Stopwatch.GetElapsedTime(start) < Duration)
                work();
            watch.Kill();
            watch.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        lock (samples)
            return samples.Count == 0 ? null : samples.Skip(samples.Count / 4).Average();
    }

    /// <summary>The one that libtorch calls 0.</summary>
    public static string Gpu => Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES")?.Split(',')[0] is { Length: > 0 } first ? first : "0";

    private static void Add(List<double> samples, string? line)
    {
        if (!double.TryParse(line, CultureInfo.InvariantCulture, out var percent))
            return;
        lock (samples)
            samples.Add(percent);
    }
}
