namespace Framework.Plugins.Ich.Tables;

/// <summary>How many cases have a label, and how many have not; and what follows from that alone.</summary>
/// <param name="Label">The label.</param>
/// <param name="Positives">Cases with it.</param>
/// <param name="Negatives">Cases without it.</param>
internal readonly record struct LabelCount(string Label, long Positives, long Negatives)
{
    /// <summary>Negatives for each positive, as <c>BCEWithLogitsLoss</c> weighs positives; NaN without any.</summary>
    public double PositiveWeight => Positives == 0 ? double.NaN : (double)Negatives / Positives;

    /// <summary>Share of cases that have it.</summary>
    public double Prevalence => (double)Positives / (Positives + Negatives);

    /// <summary>The log loss of predicting the prevalence for every case: the entropy of the label, in nats.</summary>
    public double ConstantLogLoss => Term(Prevalence) + Term(1 - Prevalence);

    private static double Term(double share) => share > 0 ? -share * Math.Log(share) : 0;
}
