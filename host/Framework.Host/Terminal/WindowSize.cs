using System.Runtime.InteropServices;

namespace Framework.Host.Terminal;

/// <summary>The size of the terminal behind a stream, as it is at this moment.</summary>
/// <remarks>The runtime's own answer is that of standard output; what people read goes to standard error, which may be a terminal when that is none.</remarks>
internal static partial class WindowSize
{
    public const int StandardOutput = 1;
    public const int StandardError = 2;
    private const int UsualRows = 24;
    private const nuint Ask = 0x5413; // TIOCGWINSZ on Linux

    /// <summary>Columns and rows; null where there is no terminal or it does not know.</summary>
    public static (int Columns, int Rows)? Of(int descriptor) =>
        Control(descriptor, Ask, out var size) == 0 && size.Columns > 0 ? (size.Columns, size.Rows > 0 ? size.Rows : UsualRows) : null;

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int descriptor, nuint request, out Size size);

    [StructLayout(LayoutKind.Sequential)]
    private struct Size
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }
}
