using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Framework.Components.Tests.Transforms;

/// <summary>Python's imaging library as an independent resizer of float images.</summary>
internal static class Pillow
{
    private const string Python = "/usr/bin/python3";
    private const string Script =
        "import sys; from PIL import Image; h, w, th, tw, f = map(int, sys.argv[1:]); " +
        "i = Image.frombytes('F', (w, h), sys.stdin.buffer.read()); sys.stdout.buffer.write(i.resize((tw, th), f).tobytes())";

    public static string? Missing { get; } = Find();

    public static float[] Resize(float[] pixels, (int Height, int Width) from, (int Height, int Width) to, int filter)
    {
        using var process = Run("-c", Script, $"{from.Height}", $"{from.Width}", $"{to.Height}", $"{to.Width}", $"{filter}");
        process.StandardInput.BaseStream.Write(MemoryMarshal.AsBytes<float>(pixels));
        process.StandardInput.Close();
        using var result = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(result);
        process.WaitForExit();
        return MemoryMarshal.Cast<byte, float>(result.ToArray()).ToArray();
    }

    private static string? Find()
    {
        if (!File.Exists(Python))
            return $"needs {Python}, which is not here";
        using var process = Run("-c", "import PIL");
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : "needs python3-pil, which is not here";
    }

    private static Process Run(params string[] arguments) => Process.Start(new ProcessStartInfo(Python, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

/// <summary>A theory held against Pillow; skipped, by name, where it is absent.</summary>
public sealed class PillowTheoryAttribute : TheoryAttribute
{
    public PillowTheoryAttribute() => Skip = Pillow.Missing;
}
