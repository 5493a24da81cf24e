using System.Buffers;

namespace Framework.Sdk;

/// <summary>The memory of one loader thread: every image of a case comes from here and goes back together.</summary>
/// <remarks>
/// For one thread, which may lend itself others for a large volume: <see cref="Divide"/>. After <see cref="Reset"/> no image allocated before may be touched.
/// </remarks>
/// <param name="threads">How many threads may work on one volume: 1 where several loaders run beside each other, as many as there are cores where one does.</param>
public sealed class SampleWorkspace(int threads = 1) : IDisposable
{
    // Below this many values, starting threads costs more than they save.
    private const long WorthDividing = 1 << 19;

    private readonly List<float[]> _rented = [];

    /// <summary>How many threads may work on one volume.</summary>
    public int Threads { get; } = Math.Max(threads, 1);

    /// <summary>Bytes of all images allocated since the last <see cref="Reset"/>.</summary>
    public long Bytes
    {
        get
        {
            lock (_rented)
                return _rented.Sum(buffer => (long)buffer.Length * sizeof(float));
        }
    }

    /// <summary>Works on a range, in several parts at once where it is worth it. The parts must not depend on each other.</summary>
    /// <param name="count">Items, from 0: slices, rows, blocks.</param>
    /// <param name="values">Values that are worked on in all; decides whether threads are worth it.</param>
    /// <param name="work">Works on the items from the first number up to, not including, the second.</param>
    public void Divide(int count, long values, Action<int, int> work)
    {
        var parts = values < WorthDividing ? 1 : Math.Min(count, Threads * 4);
        if (Threads == 1 || parts <= 1)
            work(0, count);
        else
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = Threads }, part => work((int)((long)count * part / parts), (int)((long)count * (part + 1) / parts)));
    }

    /// <summary>An image whose values are not set.</summary>
    /// <param name="shape">(channel, y, x) or (channel, z, y, x); sizes of at least 0.</param>
    /// <param name="like">Geometry and encoding are taken from it; null for unknown geometry and identity.</param>
    /// <param name="geometry">Replaces the geometry of <paramref name="like"/>.</param>
    /// <param name="encoding">Replaces the encoding of <paramref name="like"/>.</param>
    /// <param name="instances">How many volumes of a bag lie behind each other along z; where not given, as in <paramref name="like"/> if it is as deep.</param>
    /// <param name="places">Where each image of a bag or stack lies; where not given, as in <paramref name="like"/> if it is as deep.</param>
    public Image Allocate(
        ReadOnlySpan<int> shape, Image? like = null, Geometry? geometry = null, PixelEncoding? encoding = null, int? instances = null, IReadOnlyList<Geometry>? places = null)
    {
        if (shape.Length is not (3 or 4))
            throw new ArgumentException($"An image has shape (channel, y, x) or (channel, z, y, x), not {shape.Length} axes.", nameof(shape));
        var length = 1;
        foreach (var size in shape)
            length = checked(length * size);
        var buffer = ArrayPool<float>.Shared.Rent(length);
        lock (_rented)
            _rented.Add(buffer);
        return new Image(buffer, shape.ToArray(), length)
        {
            Geometry = geometry ?? like?.Geometry ?? Geometry.Unknown,
            Encoding = encoding ?? like?.Encoding ?? PixelEncoding.Identity,
            Instances = instances ?? (like is not null && shape.Length == 4 && like.Depth == shape[1] ? like.Instances : null),
            Places = places ?? (like is not null && shape.Length == 4 && like.Depth == shape[1] ? like.Places : null),
        };
    }

    /// <summary>Takes back the memory of all images allocated so far.</summary>
    public void Reset()
    {
        foreach (var buffer in _rented)
            ArrayPool<float>.Shared.Return(buffer);
        _rented.Clear();
    }

    /// <inheritdoc />
    public void Dispose() => Reset();
}
