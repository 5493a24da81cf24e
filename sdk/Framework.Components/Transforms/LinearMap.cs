using System.Numerics;

namespace Framework.Components.Transforms;

/// <summary>Straight lines over whole images.</summary>
internal static class LinearMap
{
    /// <summary>to = from * scale + offset.</summary>
    public static void Apply(ReadOnlySpan<float> from, Span<float> to, float scale, float offset)
    {
        var (scales, offsets) = (new Vector<float>(scale), new Vector<float>(offset));
        var i = 0;
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
            ((new Vector<float>(from[i..]) * scales) + offsets).CopyTo(to[i..]);
        for (; i < from.Length; i++)
            to[i] = (from[i] * scale) + offset;
    }

    /// <summary>to = (from - low) / width, at least 0 and at most 1.</summary>
    public static void ApplyUnitRange(ReadOnlySpan<float> from, Span<float> to, float low, float width)
    {
        var (lows, scales) = (new Vector<float>(low), new Vector<float>(1 / width));
        var i = 0;
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var unit = (new Vector<float>(from[i..]) - lows) * scales;
            Vector.Min(Vector.Max(unit, Vector<float>.Zero), Vector<float>.One).CopyTo(to[i..]);
        }

        for (; i < from.Length; i++)
            to[i] = Math.Min(Math.Max((from[i] - low) * (1 / width), 0), 1);
    }

    /// <summary>to = to + from.</summary>
    public static void Add(ReadOnlySpan<float> from, Span<float> to) => AddScaled(from, to, 1);

    /// <summary>to = to + from * scale.</summary>
    public static void AddScaled(ReadOnlySpan<float> from, Span<float> to, float scale)
    {
        var scales = new Vector<float>(scale);
        var i = 0;
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
            Vector.MultiplyAddEstimate(new Vector<float>(from[i..]), scales, new Vector<float>(to[i..])).CopyTo(to[i..]);
        for (; i < from.Length; i++)
            to[i] += from[i] * scale;
    }
}
