using System.Diagnostics;
using System.Runtime.InteropServices;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Transforms;

/// <summary>Python's imaging library as an independent resizer of float images.</summary>
internal static class Pillow
{
    private const string Script =
        "import sys; from PIL import Image; h, w, th, tw, f = map(int, sys.argv[1:]); " +
        "i = Image.frombytes('F', (w, h), sys.stdin.buffer.read()); sys.stdout.buffer.write(i.resize((tw, th), f).tobytes())";

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

    private static Process Run(params string[] arguments) => Process.Start(new ProcessStartInfo(PythonModules.Python, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
