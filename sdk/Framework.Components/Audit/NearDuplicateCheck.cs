using System.Globalization;
using System.Numerics;

namespace Framework.Components.Audit;

/// <summary>Images of different subjects in two parts that are nearly the same: brightened, resampled, stored with loss.</summary>
/// <remarks>
/// Candidates differ in at most six of the 64 bits of their perceptual hashes; they are found by seven bands of bits, one of which must be equal.
/// Of these, pairs count whose thumbnails correlate.
/// </remarks>
internal sealed class NearDuplicateCheck : IAuditCheck
{
    private const int MostBits = 6;
    private const double LeastCorrelation = 0.995;

    public IEnumerable<AuditFinding> Look(AuditInput input) => PartPairs.Findings("near-duplicate", AuditSeverity.Warning, Pairs(input), input, (count, parts) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "pair" : "pairs")} of nearly the same image lie in {parts}, under different subjects. Look at them: are they one patient?"));

    private static List<int[]> Pairs(AuditInput input)
    {
        int[] looked = [.. Enumerable.Range(0, input.Images.Count).Where(at => input.Images[at] is { IsFlat: false })];
        var found = new HashSet<(int, int)>();
        for (var band = 0; band <= MostBits; band++)
        {
            foreach (var bucket in looked.GroupBy(at => Band(input.Images[at]!.Perceptual, band)).Select(group => group.ToArray()))
            {
                for (var i = 0; i < bucket.Length; i++)
                {
                    for (var j = i + 1; j < bucket.Length; j++)
                    {
                        if (IsNear(input, bucket[i], bucket[j]))
                            found.Add((bucket[i], bucket[j]));
                    }
                }
            }
        }

        return [.. found.Order().Select(pair => new[] { pair.Item1, pair.Item2 })];
    }

    private static bool IsNear(AuditInput input, int first, int second)
    {
        var (a, b) = (input.Images[first]!, input.Images[second]!);
        return BitOperations.PopCount(a.Perceptual ^ b.Perceptual) <= MostBits && a.Pixels != b.Pixels
            && input.Index.Cases[first].Subject != input.Index.Cases[second].Subject
            && a.Correlation(b) >= LeastCorrelation;
    }

    /// <summary>64 bits in seven bands, the first of ten bits and the others of nine.</summary>
    private static ulong Band(ulong hash, int band) => band == 0 ? hash & 0x3FF : (hash >> ((band * 9) + 1)) & 0x1FF;
}
