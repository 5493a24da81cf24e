namespace Framework.Components.Splits;

/// <summary>Whole subjects in k folds that are alike in labels and sites: fold i tests on the i-th of k parts and trains on the others.</summary>
/// <remarks>
/// A subject has the greatest value of each label over its cases. The test part of each fold holds the k-th part of all subjects, rounded down or
/// up; of those with each value of each label, and of each site, the k-th part to within one subject; and of each stratum (one combination of all
/// labels with one site) the k-th part rounded down or up. Where the combinations of labels do not allow all of that, strata give way first (to
/// within two subjects), then sites, then labels. A label of more than ten values is spread by its fifths.
/// </remarks>
/// <param name="options">How many folds.</param>
public sealed class StratifiedGroupKFoldSplit(StratifiedGroupKFoldOptions options) : ISplit
{
    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        FoldParts.CheckFolds("stratified-group-k-fold", options.Folds, subjects);
        var folds = EvenFolds.Deal(subjects, options.Folds, random.Derive("folds"));
        return new FoldParts("stratified-group-k-fold", options.Validate, options.HeldOut).Of(subjects, folds, random);
    }
}
