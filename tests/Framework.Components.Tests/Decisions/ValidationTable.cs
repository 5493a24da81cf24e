namespace Framework.Components.Tests.Decisions;

/// <summary>Validation predictions of a cohort in which every subject has one case; subject t0 is for test, and one more trains.</summary>
internal static class ValidationTable
{
    public static Predictions Of(string[] labels, double[] targets, double[] outputs, params LabelGroup[] groups) => new(
        labels, [.. Enumerable.Range(0, targets.Length / labels.Length).Select(at => new PredictedCase($"v{at}", $"v{at}", "", 0))], targets, outputs)
    {
        Groups = groups,
    };

    public static CaseSplit Split(Predictions table)
    {
        var cases = table.Rows.Select(row => row.Case).Concat(["t0", "u0"]).Select(id => new Case { Id = id, Subject = id, Labels = [.. table.Labels.Select(_ => 0.0)] }).ToList();
        return new CaseSplit(new DataIndex { Labels = table.Labels, Cases = cases, Fingerprint = "" }, new ByName(), new RandomStream(0));
    }

    /// <summary>The questions of one label, or of a group where the labels are several.</summary>
    public static ValidationQuestion Question(double[] targets, double[] outputs, int classes = 1)
    {
        string[] labels = [.. Enumerable.Range(0, classes).Select(at => $"l{at}")];
        var table = Of(labels, targets, outputs, classes > 1 ? [new LabelGroup("grade", labels)] : []);
        return Assert.Single(new ValidationPredictions(Split(table), 0, 0, table).Questions);
    }

    private sealed class ByName : ISplit
    {
        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
            [[.. subjects.Select(subject => subject.Id[0] switch { 'v' => Part.Validate, 't' => Part.Test, _ => Part.Train })]];
    }
}
