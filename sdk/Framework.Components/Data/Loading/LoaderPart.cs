namespace Framework.Components.Data.Loading;

/// <summary>Which rows of every batch a rank loads where several train on it together: one stretch each, whose lengths differ by one at most.</summary>
/// <param name="Rank">From 0; the first ranks have the longer stretches.</param>
/// <param name="Size">How many ranks there are.</param>
public readonly record struct LoaderPart(int Rank, int Size)
{
    /// <summary>The whole batch.</summary>
    public static LoaderPart Whole { get; } = new(0, 1);

    /// <summary>Rows of this rank's own in a batch, 0 or more.</summary>
    /// <param name="rows">Of the whole batch.</param>
    public int Own(int rows) => (rows / Size) + (Rank < rows % Size ? 1 : 0);

    /// <summary>Rows that this rank loads: its own, or one that does not count where it has none.</summary>
    /// <param name="rows">Of the whole batch.</param>
    public int Loaded(int rows) => Math.Max(Own(rows), 1);

    /// <summary>Where the loaded rows begin within the batch; the first row stands in where this rank has none.</summary>
    /// <param name="rows">Of the whole batch.</param>
    public int Start(int rows) => Own(rows) == 0 ? 0 : (Rank * (rows / Size)) + Math.Min(Rank, rows % Size);
}
