namespace Framework.Components.Data.Series;

/// <summary>Which of several series that a rule fits equally well is taken.</summary>
public enum SeriesTieBreak
{
    /// <summary>The one with the most slices; of equals the first.</summary>
    MostSlices,

    /// <summary>The one acquired first: with the smallest Series Number.</summary>
    First,

    /// <summary>The one acquired last: with the greatest Series Number, often a repetition of one that failed.</summary>
    Last,
}
