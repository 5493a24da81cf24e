using System.Runtime.InteropServices;

namespace FellowOakDicom.Imaging.Codec;

// Decoding through GDCM. The native library is loaded at the first compressed frame; without it all else works.
internal static unsafe class GdcmBridge
{
    private const string Library = "libdicom_gdcm.so";
    private const int MessageLength = 512;

    private static readonly Lazy<IntPtr> DecodeFunction = new(Load);

    // Fills output with the samples of one frame.
    public static void Decode(GdcmFrame frame, ReadOnlySpan<byte> stream, Span<byte> output)
    {
        var decode = (delegate* unmanaged<GdcmFrame*, byte*, uint, byte*, ulong, byte*, ulong, int>)DecodeFunction.Value;
        var message = stackalloc byte[MessageLength];
        fixed (byte* source = stream)
        fixed (byte* target = output)
            if (decode(&frame, source, (uint)stream.Length, target, (ulong)output.Length, message, MessageLength) != 0)
                throw new DicomCodecException(Marshal.PtrToStringUTF8((IntPtr)message) + ".");
    }

    private static IntPtr Load()
    {
        var path = Path.Combine(Path.GetDirectoryName(typeof(GdcmBridge).Assembly.Location) ?? "", Library);
        try
        {
            return NativeLibrary.GetExport(NativeLibrary.Load(File.Exists(path) ? path : Library), "dicom_gdcm_decode");
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw new DicomCodecException(
                $"compressed pixel data need GDCM, which is not here ({(File.Exists(path) ? e.Message.ReplaceLineEndings(" ").Trim() : Library + " was not built")}). "
                + "Run 'apt-get install --no-install-recommends g++ libgdcm-dev' and build again.", e);
        }
    }
}
