using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Framework.Components.Tests.Data.Pictures;

/// <summary>Pictures of every kind with the values that Pillow reads from them, or that were put into them.</summary>
public sealed class PillowPictures : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("framework-pictures-").FullName;

    public PillowPictures()
    {
        if (PythonModules.Missing("PIL", "numpy") is not null)
            return;
        var script = Path.Combine(SharedData.RepositoryRoot, "tests", "Framework.Components.Tests", "Data", "Pictures", "write_pictures.py");
        using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, [script, _folder]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(errors);
    }

    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>Names of all expectations: a file's name without its ending, and a variant.</summary>
    public IReadOnlyList<string> Expectations => [.. Directory.EnumerateFiles(_folder, "*.f32").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public string PictureOf(string expectation)
    {
        var stem = expectation.Split('.')[0];
        return new[] { ".png", ".jpg" }.Select(ending => File(stem + ending)).Single(System.IO.File.Exists);
    }

    public (int[] Shape, float[] Values) Read(string expectation)
    {
        var shape = System.IO.File.ReadAllText(File(expectation + ".txt")).Split(' ').Select(int.Parse).ToArray();
        return (shape, MemoryMarshal.Cast<byte, float>(System.IO.File.ReadAllBytes(File(expectation + ".f32"))).ToArray());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
