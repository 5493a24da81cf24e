namespace Framework.Components.Evaluation.Findings;

/// <summary>A metric of what was found in images, which has figures only of a stage that finds something.</summary>
public interface IFindingMetric : IMetric
{
    /// <summary>Whether slices are joined to series first.</summary>
    bool JoinsSlices { get; }
}
