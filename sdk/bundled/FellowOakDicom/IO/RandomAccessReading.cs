using Microsoft.Win32.SafeHandles;

namespace FellowOakDicom.IO;

internal static class RandomAccessReading
{
    public static void Fill(SafeFileHandle handle, long position, Span<byte> output, string name)
    {
        var done = ReadUpTo(handle, position, output);
        if (done < output.Length)
            throw new DicomIoException(
                $"{name}: the file ends at byte {position + done:N0}; bytes up to {position + output.Length:N0} were expected. "
                + "It has changed since it was opened.");
    }

    // As many bytes as there are.
    public static int ReadUpTo(SafeFileHandle handle, long position, Span<byte> output)
    {
        var done = 0;
        while (done < output.Length && RandomAccess.Read(handle, output[done..], position + done) is > 0 and var count)
            done += count;
        return done;
    }
}
