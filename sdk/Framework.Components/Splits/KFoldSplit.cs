namespace Framework.Components.Splits;

/// <summary>Whole subjects in k folds by chance alone: fold i tests on the i-th of k parts and trains on the others.</summary>
/// <remarks>The parts are of equal size, to the subject. <c>stratified-group-k-fold</c> makes them alike in labels and sites too.</remarks>
/// <param name="options">How many folds.</param>
public sealed class KFoldSplit(KFoldOptions options) : ISplit
{
    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        FoldParts.CheckFolds("k-fold", options.Folds, subjects);
        var order = Enumerable.Range(0, subjects.Count).ToArray();
        random.Derive("folds").Shuffle(order.AsSpan());
        var folds = new int[subjects.Count];
        for (var i = 0; i < order.Length; i++)
            folds[order[i]] = i % options.Folds;
        return new FoldParts("k-fold", options.Validate, options.HeldOut).Of(subjects, folds, random);
    }
}
