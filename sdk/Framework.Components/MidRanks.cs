namespace Framework.Components;

/// <summary>Ranks from 1, where equal values share the mean of theirs.</summary>
internal static class MidRanks
{
    /// <summary>The ranks of all values.</summary>
    public static double[] Of(double[] values)
    {
        var ranks = new double[values.Length];
        Among([.. Enumerable.Range(0, values.Length)], values, ranks);
        return ranks;
    }

    /// <summary>The ranks of some of the values among themselves.</summary>
    /// <param name="places">Which ones; left in the order of their values.</param>
    /// <param name="values">All values.</param>
    /// <param name="ranks">Receives the ranks at these places.</param>
    public static void Among(int[] places, double[] values, double[] ranks)
    {
        var sorted = Array.ConvertAll(places, place => values[place]);
        Array.Sort(sorted, places);
        for (int from = 0, to; from < places.Length; from = to)
        {
            for (to = from + 1; to < places.Length && sorted[to] == sorted[from];)
                to++;
            for (var i = from; i < to; i++)
                ranks[places[i]] = (from + to + 1) / 2.0;
        }
    }
}
