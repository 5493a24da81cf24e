using System.Globalization;

namespace FellowOakDicom;

/// <summary>A value multiplicity: how many values an element may hold, and in steps of how many.</summary>
public class DicomVM
{
    public static readonly DicomVM VM_1 = new(1, 1, 1);
    public static readonly DicomVM VM_1_2 = new(1, 2, 1);
    public static readonly DicomVM VM_1_3 = new(1, 3, 1);
    public static readonly DicomVM VM_1_8 = new(1, 8, 1);
    public static readonly DicomVM VM_1_32 = new(1, 32, 1);
    public static readonly DicomVM VM_1_99 = new(1, 99, 1);
    public static readonly DicomVM VM_1_n = new(1, int.MaxValue, 1);
    public static readonly DicomVM VM_2 = new(2, 2, 2);
    public static readonly DicomVM VM_2_n = new(2, int.MaxValue, 1);
    public static readonly DicomVM VM_2_2n = new(2, int.MaxValue, 2);
    public static readonly DicomVM VM_3 = new(3, 3, 3);
    public static readonly DicomVM VM_3_n = new(3, int.MaxValue, 1);
    public static readonly DicomVM VM_3_3n = new(3, int.MaxValue, 3);
    public static readonly DicomVM VM_4 = new(4, 4, 4);
    public static readonly DicomVM VM_6 = new(6, 6, 6);
    public static readonly DicomVM VM_16 = new(16, 16, 16);

    public DicomVM(int minimum, int maximum, int multiplicity)
    {
        Minimum = minimum;
        Maximum = maximum;
        Multiplicity = multiplicity;
    }

    public int Minimum { get; private set; }

    public int Maximum { get; private set; }

    public int Multiplicity { get; private set; }

    /// <summary>Reads the notation of the standard: "1", "1-3", "2-n", "2-2n".</summary>
    /// <exception cref="DicomDataException">The text is none of these.</exception>
    public static DicomVM Parse(string s)
    {
        var parts = s.Split('-', 2);
        var last = parts[^1];
        var open = last.EndsWith('n');
        if (!TryNumber(parts[0], out var minimum) || !TryNumber(open ? "1" + last[..^1] : last, out var step))
            throw new DicomDataException($"'{s}' is not a value multiplicity. Give '1', '1-3', '2-n' or '2-2n'.");
        if (parts.Length == 1)
            return new DicomVM(minimum, minimum, minimum);
        return open
            ? new DicomVM(minimum, int.MaxValue, last.Length == 1 ? 1 : minimum)
            : new DicomVM(minimum, step, 1);
    }

    public override string ToString() => Minimum == Maximum
        ? Minimum.ToString(CultureInfo.InvariantCulture)
        : Maximum == int.MaxValue
            ? $"{Minimum}-{(Multiplicity > 1 ? Multiplicity.ToString(CultureInfo.InvariantCulture) : "")}n"
            : $"{Minimum}-{Maximum}";

    internal bool Allows(int count) =>
        count >= Minimum && count <= Maximum && (Maximum != int.MaxValue || count % Multiplicity == 0);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
