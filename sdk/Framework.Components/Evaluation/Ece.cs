using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation;

/// <summary>Expected calibration error: the mean gap between output and share of positives over bins of equal width (Naeini 2015).</summary>
/// <remarks>
/// One figure for each label over the rows whose target is known, and their mean. For a question with several classes it is the gap between the
/// greatest output and the share of right calls (Guo 2017).
/// </remarks>
/// <param name="options">The bins and the interval, if any.</param>
public sealed class Ece(EceOptions options) : FigureMetric("ece", higherIsBetter: false, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) => (LabelPlans.Of(predictions, cohort, Average.Macro, Gap) with
    {
        OfGroup = question =>
        {
            var rows = question.KnownRows(predictions);
            var calls = Array.ConvertAll(rows, row => question.Called(predictions, row));
            double[] hits = [.. rows.Zip(calls, (row, call) => question.Truth(predictions, row) == call ? 1.0 : 0.0)];
            double[] outputs = [.. rows.Zip(calls, (row, call) => predictions.Output(row, question.Labels[call]))];
            var basis = new FigureBasis(question.Name, rows.Length, null, cohort.SubjectsAmong(rows));
            return new Figure(basis, Gap(new LabelRows(rows, Array.ConvertAll(rows, row => cohort.UnitOf[row]), hits, outputs)));
        },
    }).Make(predictions, cohort);

    // The gap of a bin times its cases is the difference of its sums.
    private WeightedFigure Gap(LabelRows rows)
    {
        var bins = Array.ConvertAll(rows.Outputs, output => ReliabilityCurve.BinOf(output, options.Bins));
        return times =>
        {
            var differences = new double[options.Bins];
            var total = 0.0;
            for (var i = 0; i < bins.Length; i++)
            {
                differences[bins[i]] += times[rows.Units[i]] * (rows.Outputs[i] - rows.Targets[i]);
                total += times[rows.Units[i]];
            }

            return differences.Sum(Math.Abs) / total;
        };
    }
}
