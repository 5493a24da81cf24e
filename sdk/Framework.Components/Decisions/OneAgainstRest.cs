namespace Framework.Components.Decisions;

/// <summary>Makes a calibration of single labels one of groups: each class against the rest, and the row divided by its sum (as scikit-learn does).</summary>
internal static class OneAgainstRest
{
    /// <summary>The figures of all columns: for each its number of figures, then these.</summary>
    public static double[] Fit(ValidationQuestion question, Func<ValidationQuestion, double[]> fit)
    {
        var columns = Enumerable.Range(0, question.Labels.Count).Select(column => fit(question.Column(column)));
        return [.. columns.SelectMany(figures => figures.Prepend(figures.Length))];
    }

    /// <summary>Calibrates a row.</summary>
    public static void Apply(IReadOnlyList<double> figures, Span<double> outputs, Func<ReadOnlySpan<double>, double, double> apply)
    {
        var all = (figures as double[] ?? [.. figures]).AsSpan();
        var sum = 0.0;
        foreach (ref var output in outputs)
        {
            var length = (int)all[0];
            output = apply(all.Slice(1, length), output);
            sum += output;
            all = all[(length + 1)..];
        }

        if (outputs.Length == 1)
            return;
        foreach (ref var output in outputs)
            output = sum > 0 ? output / sum : 1.0 / outputs.Length; // where each class is denied, none is likelier
    }
}
