using System.Buffers;

namespace Framework.Sdk;

/// <summary>The memory of one loader thread: every image of a case comes from here and goes back together.</summary>
/// <remarks>For one thread. After <see cref="Reset"/> no image allocated before may be touched.</remarks>
public sealed class SampleWorkspace : IDisposable
{
    private readonly List<float[]> _rented = [];

    /// <summary>An image whose values are not set.</summary>
    /// <param name="shape">(channel, y, x) or (channel, z, y, x); sizes of at least 0.</param>
    /// <param name="like">Geometry and encoding are taken from it; null for unknown geometry and identity.</param>
    /// <param name="geometry">Replaces the geometry of <paramref name="like"/>.</param>
    /// <param name="encoding">Replaces the encoding of <paramref name="like"/>.</param>
    public Image Allocate(ReadOnlySpan<int> shape, Image? like = null, Geometry? geometry = null, PixelEncoding? encoding = null)
    {
        if (shape.Length is not (3 or 4))
            throw new ArgumentException($"An image has shape (channel, y, x) or (channel, z, y, x), not {shape.Length} axes.", nameof(shape));
        var length = 1;
        foreach (var size in shape)
            length = checked(length * size);
        var buffer = ArrayPool<float>.Shared.Rent(length);
        _rented.Add(buffer);
        return new Image(buffer, shape.ToArray(), length)
        {
            Geometry = geometry ?? like?.Geometry ?? Geometry.Unknown,
            Encoding = encoding ?? like?.Encoding ?? PixelEncoding.Identity,
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
