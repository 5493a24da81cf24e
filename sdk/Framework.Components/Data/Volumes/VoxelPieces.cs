using System.Buffers;

namespace Framework.Components.Data.Volumes;

/// <summary>Voxels whose number a file only declares: memory for them is taken piece by piece while they really come.</summary>
/// <remarks>A file that breaks off has cost at most twice what came out of it.</remarks>
internal sealed class VoxelPieces : IDisposable
{
    private const int FirstPiece = 1 << 15;

    private readonly List<(float[] Values, int Count)> _pieces = [];

    /// <summary>Makes every piece, each as long as all before it.</summary>
    /// <param name="count">Voxels in all.</param>
    /// <param name="fill">Fills a piece, or throws where the file has ended.</param>
    public void Fill(int count, FillPiece fill)
    {
        for (var at = 0; at < count;)
        {
            var length = Math.Min(Math.Max(at, FirstPiece), count - at);
            var piece = ArrayPool<float>.Shared.Rent(length);
            _pieces.Add((piece, length));
            fill(piece.AsSpan(0, length));
            at += length;
        }
    }

    /// <summary>Puts the pieces together.</summary>
    /// <param name="values">As many as there are voxels.</param>
    public void CopyTo(Span<float> values)
    {
        foreach (var (piece, count) in _pieces)
        {
            piece.AsSpan(0, count).CopyTo(values);
            values = values[count..];
        }
    }

    public void Dispose()
    {
        foreach (var (piece, _) in _pieces)
            ArrayPool<float>.Shared.Return(piece);
        _pieces.Clear();
    }

    /// <summary>Fills voxels.</summary>
    public delegate void FillPiece(Span<float> values);
}
