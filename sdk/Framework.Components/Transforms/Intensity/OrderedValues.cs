namespace Framework.Components.Transforms.Intensity;

/// <summary>The values of a run by rank, without sorting them: counted by the upper half of their bits, then by the lower half where a rank lies.</summary>
internal sealed class OrderedValues
{
    private const int Halves = 1 << 16;

    // Keys in the order of the values: infinities lie here, and beyond them what is no number.
    private const int UpperOfInfinity = 0xFF80;
    private const int UpperOfMinusInfinity = 0x007F;

    private readonly ValueRun _run;
    private readonly int[] _counts = new int[Halves];

    /// <exception cref="DataFormatException">A value is not a number.</exception>
    public OrderedValues(ValueRun run)
    {
        _run = run;
        foreach (var value in run.Values)
            _counts[Key(value) >> 16]++;
        if (_counts.AsSpan(UpperOfInfinity + 1).ContainsAnyExcept(0) || _counts.AsSpan(0, UpperOfMinusInfinity).ContainsAnyExcept(0))
            throw new DataFormatException("the image has values that are not numbers. Repair the file, or leave the case out.");
    }

    /// <summary>The percentile as numpy has it by default: linear between the two values around rank percent / 100 * (n - 1).</summary>
    /// <param name="percent">0 to 100.</param>
    public double Percentile(double percent)
    {
        var rank = percent / 100 * (_run.Length - 1);
        var lower = (int)Math.Floor(rank);
        var (low, high, share) = ((double)At(lower), (double)At(Math.Min(lower + 1, _run.Length - 1)), rank - lower);
        // From the nearer end, as numpy does it, so that the result never leaves the two.
        return share < 0.5 ? low + ((high - low) * share) : high - ((high - low) * (1 - share));
    }

    /// <summary>The value that as many values come before as the rank says.</summary>
    private float At(int rank)
    {
        var upper = Place(_counts, ref rank);
        var counts = new int[Halves];
        foreach (var value in _run.Values)
        {
            var key = Key(value);
            if (key >> 16 == upper)
                counts[key & 0xFFFF]++;
        }

        return Value(((uint)upper << 16) | (uint)Place(counts, ref rank));
    }

    private static int Place(int[] counts, ref int rank)
    {
        var at = 0;
        for (; rank >= counts[at]; at++)
            rank -= counts[at];
        return at;
    }

    // Positive values get a leading one; of negative ones every bit turns round, since greater bits mean less there.
    private static uint Key(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return bits ^ ((uint)((int)bits >> 31) | 0x80000000);
    }

    private static float Value(uint key) => BitConverter.UInt32BitsToSingle(key ^ (((key >> 31) - 1) | 0x80000000));
}
