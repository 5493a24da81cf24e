using System.Numerics;

namespace Framework.Components.Data.Volumes;

/// <summary>Finds the voxels that are not a number or infinite.</summary>
internal static class NonFiniteVoxels
{
    public static void Apply(Span<float> values, NonFinite policy, string name)
    {
        if (policy == NonFinite.Keep || AllFinite(values))
            return;
        if (policy == NonFinite.Refuse)
        {
            var count = 0;
            foreach (var value in values)
                count += float.IsFinite(value) ? 0 : 1;
            throw new DataFormatException(FormattableString.Invariant(
                $"{name}: {count:N0} of {values.Length:N0} voxels are not a number or infinite. Mend the file, or read it with non_finite: zero (they become 0) or keep."));
        }

        for (var i = 0; i < values.Length; i++)
            values[i] = float.IsFinite(values[i]) ? values[i] : 0;
    }

    private static bool AllFinite(ReadOnlySpan<float> values)
    {
        // Zero times a finite number is zero, and anything else is not a number; sums keep that.
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
            sum += new Vector<float>(values[i..]) * Vector<float>.Zero;
        var rest = Vector.Sum(sum);
        for (; i < values.Length; i++)
            rest += values[i] * 0;
        return float.IsFinite(rest);
    }
}
