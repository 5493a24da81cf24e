using System.Diagnostics.CodeAnalysis;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Three letters for where the axes x, y and z of a grid rise to: right or left, anterior or posterior, superior or inferior.</summary>
public sealed record AxisCode : IParsable<AxisCode>
{
    private const string Rising = "RAS";
    private const string Falling = "LPI";

    private AxisCode(string letters) => Letters = letters;

    /// <summary>Rising to the patient's right, front and head, as NIfTI has it.</summary>
    public static AxisCode Ras { get; } = new(Rising);

    /// <summary>The letters, such as RAS.</summary>
    public string Letters { get; }

    /// <summary>For x, y and z: the patient's axis (0 left-right, 1 back-front, 2 feet-head), and whether it falls along it.</summary>
    internal (int Axis, bool Falls) this[int axis] => Of(Letters[axis]);

    /// <summary>The code of three letters.</summary>
    /// <exception cref="FormatException">They are no such code.</exception>
    public static AxisCode Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is no axis code. It is three letters, one each of R or L, A or P, S or I, such as RAS.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out AxisCode result)
    {
        var letters = s?.ToUpperInvariant() ?? "";
        var isCode = letters.Length == 3 && letters.All(letter => Of(letter).Axis >= 0) && letters.Select(letter => Of(letter).Axis).Distinct().Count() == 3;
        result = isCode ? new AxisCode(letters) : null;
        return isCode;
    }

    /// <summary>The code nearest to a grid's axes.</summary>
    /// <param name="geometry">The grid's geometry.</param>
    public static AxisCode Of(Geometry geometry)
    {
        var letters = new char[3];
        var spacing = geometry.Spacing;
        var affine = geometry.Affine;
        Span<double> lengths = [spacing.X, spacing.Y, spacing.Z];
        // The clearest axis first, so that two slanted ones never claim the same.
        for (var round = 0; round < 3; round++)
        {
            var (best, clearest) = ((Patient: -1, Voxel: -1), -1.0);
            for (var i = 0; i < 9; i++)
            {
                var (patient, voxel) = (i / 3, i % 3);
                var isTaken = letters[voxel] != 0 || letters.Any(letter => letter != 0 && Of(letter).Axis == patient);
                var clarity = Math.Abs(affine[(patient * 4) + voxel]) / Math.Max(lengths[voxel], double.Epsilon);
                if (!isTaken && clarity > clearest)
                    (best, clearest) = ((patient, voxel), clarity);
            }

            letters[best.Voxel] = (affine[(best.Patient * 4) + best.Voxel] < 0 ? Falling : Rising)[best.Patient];
        }

        return new AxisCode(new string(letters));
    }

    /// <inheritdoc />
    public override string ToString() => Letters;

    private static (int Axis, bool Falls) Of(char letter) =>
        Rising.Contains(letter, StringComparison.Ordinal) ? (Rising.IndexOf(letter, StringComparison.Ordinal), false) : (Falling.IndexOf(letter, StringComparison.Ordinal), true);
}
