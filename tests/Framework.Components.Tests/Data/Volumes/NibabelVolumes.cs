using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Framework.Components.Tests.Data.Volumes;

/// <summary>Volumes of every kind, and the real ones of <c>../shared</c>, with what nibabel reads from them.</summary>
public sealed class NibabelVolumes : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("framework-volumes-").FullName;

    public NibabelVolumes()
    {
        if (PythonModules.Missing("nibabel", "numpy") is not null)
            return;
        var script = Path.Combine(SharedData.RepositoryRoot, "tests", "Framework.Components.Tests", "Data", "Volumes", "write_volumes.py");
        string[] real = SharedData.Missing is null ? [.. Directory.EnumerateFiles(SharedData.File("data", "nifti")).Where(path => !path.EndsWith(".md", StringComparison.Ordinal))] : [];
        using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-W", "ignore", script, _folder, .. real]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(errors);
    }

    /// <summary>Names of all files that nibabel read, turned towards RAS or as they are.</summary>
    public IReadOnlyList<string> Expectations(bool turned) =>
        [.. Directory.EnumerateFiles(_folder, "*.f32").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name.EndsWith(".ras", StringComparison.Ordinal) == turned)];

    public Expectation Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(_folder, name + ".txt"));
        return new Expectation(
            lines[0],
            [.. lines[1].Split(' ').Select(int.Parse)],
            [.. lines[2].Split(' ').Select(Hexadecimal)],
            MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(_folder, name + ".f32"))).ToArray());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // -0x1.8p+3: every bit of a float64, as Python writes it.
    private static double Hexadecimal(string text)
    {
        var sign = text[0] == '-' ? -1 : 1;
        var parts = text.TrimStart('-')[2..].Split('p');
        var digits = parts[0].Split('.');
        var mantissa = Convert.ToInt64(string.Concat(digits), 16);
        var shift = digits.Length > 1 ? 4 * digits[1].Length : 0;
        return sign * Math.ScaleB(mantissa, int.Parse(parts[1], CultureInfo.InvariantCulture) - shift);
    }

    public sealed record Expectation(string Path, int[] Shape, double[] Affine, float[] Values);
}
