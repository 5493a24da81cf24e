using System.Runtime.InteropServices;

namespace Framework.Components.Data.Pictures;

/// <summary>Decoding through libpng and libjpeg. The native library is loaded at the first picture; without it all else works.</summary>
internal static unsafe class PictureBridge
{
    private const string Library = "libframework_pictures.so";
    private const int MessageLength = 256;
    private const uint Indices = 1;
    private const uint Alpha = 2;

    private static readonly Lazy<IntPtr> Native = new(Load);
    private static readonly Lazy<IntPtr> Png = new(() => NativeLibrary.GetExport(Native.Value, "picture_png"));
    private static readonly Lazy<IntPtr> Jpeg = new(() => NativeLibrary.GetExport(Native.Value, "picture_jpeg"));

    /// <summary>Reads a picture's header where <paramref name="output"/> is empty, its samples otherwise.</summary>
    /// <returns>What is wrong with the file; null where nothing is.</returns>
    public static string? Read(ReadOnlySpan<byte> file, PictureKind kind, PictureOptions options, ref PictureHeader header, Span<byte> output)
    {
        var function = kind == PictureKind.Png ? Png.Value : Jpeg.Value;
        var decode = (delegate* unmanaged<byte*, nuint, uint, PictureHeader*, byte*, nuint, byte*, nuint, int>)function;
        var flags = (options.Palette == PicturePalette.Indices ? Indices : 0) | (options.Alpha == PictureAlpha.Multiply ? Alpha : 0);
        var message = stackalloc byte[MessageLength];
        fixed (byte* source = file)
        fixed (PictureHeader* into = &header)
        fixed (byte* target = output)
        {
            var failed = decode(source, (nuint)file.Length, flags, into, target, (nuint)output.Length, message, MessageLength);
            return failed == 0 ? null : Marshal.PtrToStringUTF8((IntPtr)message)!.TrimEnd('.');
        }
    }

    private static IntPtr Load()
    {
        var path = Path.Combine(Path.GetDirectoryName(typeof(PictureBridge).Assembly.Location) ?? "", Library);
        try
        {
            return NativeLibrary.Load(File.Exists(path) ? path : Library);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            var fact = File.Exists(path) ? e.Message.ReplaceLineEndings(" ").Trim() : Library + " was not built";
            throw new DataFormatException(
                $"PNG and JPEG files need libpng and libjpeg, which are not here ({fact}). "
                + "Run 'apt-get install --no-install-recommends g++ libpng-dev libjpeg62-turbo-dev' and build again.", e);
        }
    }
}
