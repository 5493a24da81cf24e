namespace FellowOakDicom.IO.Reader;

// A part of a supply in memory that moves forward as it is read. Values point into its arrays, which are therefore never reused.
internal sealed class ByteWindow
{
    // A header of some hundred elements fits the first; what comes after a larger one is read in larger steps.
    private const int FirstChunk = 8 * 1024;
    private const int LastChunk = 128 * 1024;

    private long _base;
    private int _end;
    private int _chunk = FirstChunk;

    public ByteWindow(ByteSupply supply, long start = 0)
    {
        Supply = supply;
        Array = supply.Whole ?? [];
        _end = Array.Length;
        if (supply.Whole is null)
            _base = start;
        else
            Index = (int)start;
    }

    public ByteSupply Supply { get; }

    public byte[] Array { get; private set; }

    public int Index { get; private set; }

    public long Position => _base + Index;

    public long Rest => Supply.Length - Position;

    public ReadOnlySpan<byte> Ahead => Array.AsSpan(Index, _end - Index);

    // Whether that many bytes lie ahead; they do then lie in the array.
    public bool Require(int count) => count <= _end - Index || Refill(count);

    public void Skip(long count)
    {
        if (count <= _end - Index)
        {
            Index += (int)count;
            return;
        }
        _base = Position + count;
        Array = [];
        Index = _end = 0;
    }

    private bool Refill(int count)
    {
        if (Supply.Whole is not null || count > Rest)
            return false;
        var size = (int)Math.Min(Rest, Math.Max(count, _chunk));
        var next = GC.AllocateUninitializedArray<byte>(size);
        var kept = Ahead.Length;
        Ahead.CopyTo(next);
        var read = Supply.Read(Position + kept, next.AsSpan(kept));
        (_base, Array, Index, _end) = (Position, next, 0, kept + read);
        _chunk = Math.Min(_chunk * 4, LastChunk);
        return count <= _end;
    }
}
