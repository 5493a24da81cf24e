using System.Numerics;

namespace Framework.Components.Transforms.Intensity;

/// <summary>to = (from - center) * scale + offset, kept between two limits; zeros stay where only other values change.</summary>
internal sealed record Rescaling(float Center, float Scale, float Offset)
{
    public float Low { get; init; } = float.NegativeInfinity;

    public float High { get; init; } = float.PositiveInfinity;

    public bool KeepsZeros { get; init; }

    public void Apply(ReadOnlySpan<float> from, Span<float> to)
    {
        var (center, scale, offset, low, high) = (new Vector<float>(Center), new Vector<float>(Scale), new Vector<float>(Offset), new Vector<float>(Low), new Vector<float>(High));
        var i = 0;
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var value = new Vector<float>(from[i..]);
            var result = Vector.Min(Vector.Max(((value - center) * scale) + offset, low), high);
            (KeepsZeros ? Vector.ConditionalSelect(Vector.Equals(value, Vector<float>.Zero), value, result) : result).CopyTo(to[i..]);
        }

        for (; i < from.Length; i++)
            to[i] = KeepsZeros && from[i] == 0 ? 0 : Math.Min(Math.Max(((from[i] - Center) * Scale) + Offset, Low), High);
    }
}
