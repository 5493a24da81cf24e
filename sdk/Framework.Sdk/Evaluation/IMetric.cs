namespace Framework.Sdk;

/// <summary>A pure function of predictions.</summary>
public interface IMetric
{
    /// <summary>Computes the values: one for each label, one over all, or both.</summary>
    /// <param name="predictions">At least one row.</param>
    /// <returns>Values; one that is not defined (such as AUROC with a single class) is NaN.</returns>
    IReadOnlyList<MetricValue> Compute(Predictions predictions);
}
