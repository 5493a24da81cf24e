namespace Framework.Components.Splits;

/// <summary>A fold for each site, in the order of their names: it tests on that site's subjects and trains on all others.</summary>
/// <param name="options">What is set aside within the folds.</param>
public sealed class LeaveOneSiteOutSplit(LeaveOneSiteOutOptions options) : ISplit
{
    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        if (subjects.Count(subject => subject.Site.Length == 0) is > 0 and var unknown)
            throw new ExperimentException($"'leave-one-site-out' needs the site of every subject; {unknown} of {subjects.Count} have none. Tell the data source where sites stand, or leave such subjects out.");
        string[] sites = [.. subjects.Select(subject => subject.Site).Distinct().Order(StringComparer.Ordinal)];
        if (sites.Length < 2)
            throw new ExperimentException($"'leave-one-site-out' needs two sites or more; the {subjects.Count} subjects have {sites.Length}. Use 'stratified-group-k-fold'.");
        int[] folds = [.. subjects.Select(subject => Array.IndexOf(sites, subject.Site))];
        return new FoldParts("leave-one-site-out", options.Validate).Of(subjects, folds, random);
    }
}
