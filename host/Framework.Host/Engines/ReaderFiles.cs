using System.Globalization;
using Framework.Components.Evaluation.Intervals;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>The comparison with readers as tables of the run folder.</summary>
internal static class ReaderFiles
{
    /// <summary>Each reader beside the model, a line for each label and condition.</summary>
    public static string Points(IReadOnlyList<ReaderResult> results) => Table(
        "stage,split,label,reader,condition,sensitivity,sensitivity_low,sensitivity_high,specificity,specificity_low,specificity_high,"
        + "kappa_with_model,accuracy,model_accuracy,mcnemar_p,n,subjects",
        from result in results
        from point in result.Study.Points
        select (string[])
        [
            result.Stage, result.Pool.Split, point.Label, point.Reader, point.Condition,
            Text(point.Sensitivity), .. Ends(point.SensitivityInterval), Text(point.Specificity), .. Ends(point.SpecificityInterval),
            Text(point.KappaWithModel), Text(point.Accuracy), Text(point.ModelAccuracy), Text(point.P), $"{point.Count}", $"{point.Subjects}",
        ]);

    /// <summary>Agreement of the readers of each condition.</summary>
    public static string Agreement(IReadOnlyList<ReaderResult> results) => Table(
        "stage,split,label,condition,readers,n,fleiss_kappa,mean_pair_kappa",
        from result in results
        from one in result.Study.Agreement
        select (string[])[result.Stage, result.Pool.Split, one.Label, one.Condition, $"{one.Readers}", $"{one.Count}", Text(one.FleissKappa), Text(one.MeanPairKappa)]);

    /// <summary>Each reader under one condition against another.</summary>
    public static string Changes(IReadOnlyList<ReaderResult> results) => Table(
        "stage,split,label,reader,from,to,accuracy_from,accuracy_to,difference,low,high,mcnemar_p,n",
        from result in results
        from change in result.Study.Changes
        let test = change.Accuracy
        select (string[])
        [
            result.Stage, result.Pool.Split, test.Label ?? "", change.Reader, change.From, change.To,
            Text(test.Second), Text(test.First), Text(test.Difference), Text(test.Low), Text(test.High), Text(test.P), $"{test.Count}",
        ]);

    private static string Table(string header, IEnumerable<string[]> rows) => string.Concat(rows.Select(CsvText.Join).Prepend(header).Select(line => line + "\n"));

    private static string[] Ends(Interval? interval) => [Text(interval?.Low), Text(interval?.High)];

    private static string Text(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
