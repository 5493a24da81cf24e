using System.Globalization;
using System.Text.Json;

namespace Framework.Benchmarks;

/// <summary>The inside of a <see cref="Worker"/> of ours: a process of its own, so that its memory is that of one benchmark.</summary>
internal static class Serving
{
    public static int Run(IBenchmark benchmark, TextReader input, TextWriter output)
    {
        benchmark.Prepare();
        output.WriteLine($"ready {JsonSerializer.Serialize(benchmark.Peer?.Arguments ?? [])}");
        while (input.ReadLine() is { } what)
        {
            var figure = what == "memory" ? benchmark.PeakMemory() : benchmark.Measure();
            output.WriteLine(figure.ToString("R", CultureInfo.InvariantCulture));
        }

        return 0;
    }
}
