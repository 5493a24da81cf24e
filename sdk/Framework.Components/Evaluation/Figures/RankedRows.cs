using System.Buffers;

namespace Framework.Components.Evaluation.Figures;

/// <summary>The rows of one label sorted once by falling output; areas under curves of any resampled cohort are one pass over them.</summary>
internal sealed class RankedRows
{
    private const uint Positive = 1;
    private const uint LastOfTie = 2;

    // Unit x 4 + flags: one read a row, and no branch on the target.
    private readonly uint[] _codes;
    private readonly bool _hasTies;

    public RankedRows(LabelRows rows)
    {
        var scores = Array.ConvertAll(rows.Outputs, output => -output);
        var order = new uint[scores.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = ((uint)rows.Units[i] << 2) | (rows.Targets[i] > 0.5 ? Positive : 0);
        Array.Sort(scores, order);
        for (var i = 0; i < order.Length; i++)
            order[i] |= i + 1 == order.Length || scores[i + 1] != scores[i] ? LastOfTie : 0;
        _codes = order;
        _hasTies = Array.Exists(order, code => (code & LastOfTie) == 0);
    }

    /// <summary>Area under the ROC curve, in whole numbers of pairs until the last division; NaN where one class is absent.</summary>
    public double Auroc(ReadOnlySpan<int> times)
    {
        if (_hasTies)
            return AurocOfTies(times);
        var counts = ArrayPool<byte>.Shared.Rent(times.Length);
        try
        {
            // As bytes the counts of many units stay in the nearest cache, and where they are looked up is random.
            return TryNarrow(times, counts) ? AurocWithoutTies(counts) : AurocOfTies(times);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(counts);
        }
    }

    private static bool TryNarrow(ReadOnlySpan<int> times, byte[] counts)
    {
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] > byte.MaxValue)
                return false;
            counts[i] = (byte)times[i];
        }

        return true;
    }

    // Each negative is in a pair with all positives before it.
    private double AurocWithoutTies(ReadOnlySpan<byte> times)
    {
        long positives = 0, all = 0, pairs = 0;
        foreach (var code in _codes)
        {
            long count = times[(int)(code >> 2)];
            var positive = count & -(long)(code & Positive);
            pairs += (count - positive) * positives;
            positives += positive;
            all += count;
        }

        var negatives = all - positives;
        return positives == 0 || negatives == 0 ? double.NaN : pairs / ((double)positives * negatives);
    }

    private double AurocOfTies(ReadOnlySpan<int> times)
    {
        long positives = 0, negatives = 0, doubledPairs = 0, tiedPositives = 0, tiedNegatives = 0;
        foreach (var code in _codes)
        {
            var count = times[(int)(code >> 2)];
            var positive = count & -(int)(code & Positive);
            tiedPositives += positive;
            tiedNegatives += count - positive;
            if ((code & LastOfTie) == 0)
                continue;
            doubledPairs += tiedNegatives * ((2 * positives) + tiedPositives);
            positives += tiedPositives;
            negatives += tiedNegatives;
            tiedPositives = tiedNegatives = 0;
        }

        return positives == 0 || negatives == 0 ? double.NaN : doubledPairs / 2.0 / ((double)positives * negatives);
    }

    /// <summary>Rise of recall times precision, summed over thresholds; NaN where there is no positive.</summary>
    public double AveragePrecision(ReadOnlySpan<int> times)
    {
        long positives = 0, all = 0, tiedPositives = 0, tied = 0;
        var sum = 0.0;
        foreach (var code in _codes)
        {
            var count = times[(int)(code >> 2)];
            tiedPositives += count & -(int)(code & Positive);
            tied += count;
            if ((code & LastOfTie) == 0)
                continue;
            positives += tiedPositives;
            all += tied;
            if (tiedPositives > 0)
                sum += tiedPositives * ((double)positives / all);
            tiedPositives = tied = 0;
        }

        return sum / positives;
    }
}
