namespace Framework.Sdk;

/// <summary>Who a row of predictions is.</summary>
/// <param name="Case">Identity of the case.</param>
/// <param name="Subject">The patient; hashed when written to a file.</param>
/// <param name="Site">The centre; empty where unknown.</param>
/// <param name="Fold">The fold whose model predicted it, numbered through all repeats (<see cref="CaseSplit.Number"/>).</param>
public sealed record PredictedCase(string Case, string Subject, string Site, int Fold)
{
    /// <summary>The study the case belongs to; empty where the source knows none.</summary>
    public string Study { get; init; } = "";

    /// <summary>The series the case belongs to; empty where the source knows none.</summary>
    public string Series { get; init; } = "";

    /// <summary>The row of a case of the index.</summary>
    /// <param name="item">The case.</param>
    /// <param name="fold">The fold whose model predicts it.</param>
    public static PredictedCase Of(Case item, int fold) => new(item.Id, item.Subject, item.Site, fold) { Study = item.Study, Series = item.Series };
}
