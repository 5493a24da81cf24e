using System.Text;

namespace FellowOakDicom.IO.Reader;

// What a caller of Open asks for.
internal sealed record ReadSettings(FileReadOption Option, int LargeObjectSize, Func<ParseState, bool> Stop, Encoding FallbackEncoding)
{
    private const int UsualLargeObjectSize = 64 * 1024;

    public int Large => LargeObjectSize > 0 ? LargeObjectSize : UsualLargeObjectSize;
}
