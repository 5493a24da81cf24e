using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Figures;

/// <summary>Plans of metrics of outputs: a figure of each label from its rows.</summary>
internal static class LabelPlans
{
    /// <summary>A figure of each label and class.</summary>
    /// <param name="table">The predictions.</param>
    /// <param name="cohort">Its units.</param>
    /// <param name="average">How labels become one.</param>
    /// <param name="figure">Makes the figure of some rows.</param>
    /// <param name="interval">Its interval by formula; null where there is none.</param>
    public static FigurePlan Of(Predictions table, Cohort cohort, Average average, Func<LabelRows, WeightedFigure> figure, Func<LabelRows, double, Interval?>? interval = null) => new()
    {
        Average = average,
        OfLabel = label =>
        {
            var rows = LabelRows.Of(table, cohort, label);
            return new Figure(Basis(table, cohort, label, rows), figure(rows))
            {
                Support = WeightedMean.Positives(rows, cohort),
                Interval = interval is null ? null : level => interval(rows, level),
            };
        },
        Pooled = labels => figure(LabelRows.Pool([.. labels.Select(label => LabelRows.Of(table, cohort, label))])),
    };

    /// <summary>A mean over the rows of each label, and over those of each question with several classes as a whole.</summary>
    /// <param name="table">The predictions.</param>
    /// <param name="cohort">Its units.</param>
    /// <param name="ofLabel">The value of a row by its target and output.</param>
    /// <param name="ofGroup">The value of a row of a question by the row's number and its class.</param>
    public static FigurePlan OfMeans(Predictions table, Cohort cohort, Func<double, double, double> ofLabel, Func<Question, int, int, double> ofGroup) => new()
    {
        OfLabel = label =>
        {
            var rows = LabelRows.Of(table, cohort, label);
            return new Figure(Basis(table, cohort, label, rows), WeightedMean.Of(rows.Units, [.. rows.Targets.Zip(rows.Outputs, ofLabel)], cohort));
        },
        OfGroup = question =>
        {
            var rows = question.KnownRows(table);
            double[] values = [.. rows.Select(row => ofGroup(question, row, question.Truth(table, row)!.Value))];
            return new Figure(new FigureBasis(question.Name, rows.Length, null, cohort.SubjectsAmong(rows)), WeightedMean.Of(Array.ConvertAll(rows, row => cohort.UnitOf[row]), values, cohort));
        },
    };

    private static FigureBasis Basis(Predictions table, Cohort cohort, int label, LabelRows rows) =>
        new(table.Labels[label], rows.Rows.Length, rows.Positives, cohort.SubjectsAmong(rows.Rows));
}
