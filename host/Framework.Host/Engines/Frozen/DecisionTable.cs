using System.Globalization;
using System.Text;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>Predictions of new cases as CSV: outputs, what they mean, and what follows from them.</summary>
internal static class DecisionTable
{
    /// <summary>
    /// <c>case, subject, site</c>; for each label <c>output.</c> (as the networks gave it), <c>probability.</c> (calibrated and joined, where the stage says how), <c>threshold.</c> and
    /// <c>positive.</c> (1 or 0); for each group <c>class.</c> Numbers keep all digits.
    /// </summary>
    public static string Write(EnsembleLevel level, bool isCalibrated)
    {
        var (raw, decided) = (level.Raw, level.Decided);
        var labels = Enumerable.Range(0, raw.Labels.Count).ToList();
        var single = raw.Questions().Where(question => question.Labels.Length == 1).Select(question => question.Labels[0]).ToList();
        var groups = raw.Questions().Where(question => question.Labels.Length > 1).ToList();
        IEnumerable<string> Names(string prefix, IEnumerable<int> columns) => columns.Select(label => $"{prefix}.{raw.Labels[label]}");
        var text = new StringBuilder(CsvText.Join(
        [
            "case", "subject", "site", .. Names("output", labels), .. isCalibrated ? Names("probability", labels) : [],
            .. single.SelectMany(label => new[] { $"threshold.{raw.Labels[label]}", $"positive.{raw.Labels[label]}" }), .. groups.Select(group => $"class.{group.Name}"),
        ])).Append('\n');
        for (var row = 0; row < raw.Rows.Count; row++)
        {
            var (who, at) = (raw.Rows[row], row);
            text.Append(CsvText.Join(
            [
                who.Case, who.Subject, who.Site,
                .. labels.Select(label => Number(raw.Output(at, label))),
                .. isCalibrated ? labels.Select(label => Number(decided.Output(at, label))) : [],
                .. single.SelectMany(label => new[] { Number(decided.Threshold(at, label)), decided.Output(at, label) >= decided.Threshold(at, label) ? "1" : "0" }),
                .. groups.Select(group => raw.Labels[group.Labels.MaxBy(label => decided.Output(at, label))]),
            ])).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
