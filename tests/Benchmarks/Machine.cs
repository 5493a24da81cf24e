using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Framework.Benchmarks;

/// <summary>Describes the machine in one line: a figure without it means nothing.</summary>
internal static class Machine
{
    /// <param name="device">Where networks run: the GPU is named where it is one.</param>
    public static string Describe(string device)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30);
        var gpu = device == "cpu" ? "" : $"{Gpu()}, ";
        return $"{gpu}{Processor()}, {Environment.ProcessorCount} cores, {memory} GiB, {RuntimeInformation.OSDescription.Split('(')[0].Trim()}, .NET {Environment.Version}";
    }

    private static string Gpu()
    {
        try
        {
            using var query = Process.Start(new ProcessStartInfo("nvidia-smi", ["--query-gpu=name,driver_version", "--format=csv,noheader", "-i", GpuShare.Gpu]) { RedirectStandardOutput = true })!;
            return query.StandardOutput.ReadToEnd().Trim() is { Length: > 0 } said ? said.Replace(", ", ", driver ") : "a CUDA device";
        }
        catch (Win32Exception)
        {
            return "a CUDA device";
        }
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal)) : null;
        var flags = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(text => text.StartsWith("flags", StringComparison.Ordinal)) ?? "" : "";
        var vectors = flags.Contains("avx512_bf16", StringComparison.Ordinal) ? " with AVX512-BF16" : flags.Contains("avx512f", StringComparison.Ordinal) ? " with AVX512" : "";
        return (line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString()) + vectors;
    }
}
