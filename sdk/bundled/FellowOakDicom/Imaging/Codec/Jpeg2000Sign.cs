using System.Runtime.InteropServices;

namespace FellowOakDicom.Imaging.Codec;

// Some writers mark the samples of a JPEG 2000 stream unsigned though the dataset says signed. The bits are right then;
// their sign is to be extended from the precision of the stream.
internal static class Jpeg2000Sign
{
    private const int PrecisionOffset = 42; // of Ssiz of the first component, from the start of the marker's segment

    public static void Extend(ReadOnlySpan<byte> stream, byte[] samples, int bitsAllocated)
    {
        var marker = stream.IndexOf(Codestream.Jpeg2000Start);
        if (marker < 0 || marker + PrecisionOffset >= stream.Length)
            return;
        var size = stream[marker + PrecisionOffset];
        if ((size & 0x80) != 0)
            return;
        var shift = bitsAllocated - (size & 0x7f) - 1;
        if (shift <= 0)
            return;
        if (bitsAllocated == 16)
            foreach (ref var sample in MemoryMarshal.Cast<byte, short>(samples.AsSpan()))
                sample = (short)((short)(sample << shift) >> shift);
        else if (bitsAllocated == 8)
            foreach (ref var sample in MemoryMarshal.Cast<byte, sbyte>(samples.AsSpan()))
                sample = (sbyte)((sbyte)(sample << shift) >> shift);
    }
}
