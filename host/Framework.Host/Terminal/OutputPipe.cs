using System.Runtime.InteropServices;

namespace Framework.Host.Terminal;

/// <summary>The pipe behind a stream.</summary>
internal static partial class OutputPipe
{
    private const short Error = 0x8; // POLLERR: of a pipe, that nobody reads it any more

    /// <summary>Whether whoever read it has gone: <c>framework runs --watch | head -1</c>. Writing to it says nothing, so one must ask.</summary>
    public static bool IsClosed(int descriptor)
    {
        var asked = new Asked { Descriptor = descriptor };
        return Poll(ref asked, 1, 0) > 0 && (asked.Answer & Error) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref Asked asked, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Asked
    {
        public int Descriptor;
        public short Events;
        public short Answer;
    }
}
