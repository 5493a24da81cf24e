using Framework.Components.Evaluation.Decisions;

namespace Framework.Components.Evaluation.Readers;

/// <summary>Agreement of lists of calls on the same cases.</summary>
internal static class Agreements
{
    public static TwoByTwo TwoByTwo(bool[] truth, bool[] called) => new(
        Count(truth, called, true, true), Count(truth, called, false, true), Count(truth, called, true, false), Count(truth, called, false, false));

    /// <summary>Cohen's kappa of two lists (Cohen 1960).</summary>
    public static double Cohen(bool[] first, bool[] second) => ClassScores.Kappa(
        new ClassTable([Count(first, second, false, false), Count(first, second, false, true), Count(first, second, true, false), Count(first, second, true, true)], 2), KappaWeights.None);

    /// <summary>The mean of Cohen's kappa over the pairs where it is defined.</summary>
    public static double MeanOfPairs(bool[][] calls)
    {
        double[] pairs =
        [
            .. from first in Enumerable.Range(0, calls.Length)
               from second in Enumerable.Range(first + 1, calls.Length - first - 1)
               select Cohen(calls[first], calls[second]) into kappa
               where !double.IsNaN(kappa)
               select kappa,
        ];
        return pairs.Length == 0 ? double.NaN : pairs.Average();
    }

    /// <summary>Agreement beyond chance of several lists (Fleiss 1971).</summary>
    public static double Fleiss(bool[][] calls)
    {
        var (readers, cases) = ((double)calls.Length, calls[0].Length);
        double[] present = [.. Enumerable.Range(0, cases).Select(row => (double)calls.Count(reader => reader[row]))];
        var observed = present.Average(yes => ((yes * (yes - 1)) + ((readers - yes) * (readers - yes - 1))) / (readers * (readers - 1)));
        var share = present.Sum() / (readers * cases);
        var expected = (share * share) + ((1 - share) * (1 - share));
        return expected == 1 ? double.NaN : (observed - expected) / (1 - expected);
    }

    private static int Count(bool[] first, bool[] second, bool a, bool b) => first.Zip(second).Count(pair => pair.First == a && pair.Second == b);
}
