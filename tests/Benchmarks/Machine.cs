using System.Runtime.InteropServices;

namespace Framework.Benchmarks;

/// <summary>Describes the machine in one line: a figure without it means nothing.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30);
        return $"{Processor()}, {Environment.ProcessorCount} cores, {memory} GiB, {RuntimeInformation.OSDescription.Split('(')[0].Trim()}, .NET {Environment.Version}";
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
