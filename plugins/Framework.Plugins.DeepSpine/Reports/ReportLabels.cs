using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Labels of nine conditions at each of the five lumbar discs, from the texts of radiology reports.</summary>
/// <remarks>
/// The result has a row for each report and disc: the columns kept, <c>level</c> (L1-L2 ... L5-S1), <c>case</c> (the first of the columns kept, and the level) and one for each condition with its grade (none, mild,
/// moderate, severe), present or absent, or nothing. <c>evidence</c> has a row for each label with the sentence that it comes from; those that were named but not decided have no value.
/// <c>sample</c> is drawn from it, each condition and value alike, with an empty column <c>correct</c> for a person to fill in.
/// </remarks>
public sealed class ReportLabels : ITableTool
{
    private readonly ReportLabelsOptions _options;
    private readonly ReportReader _reader;

    /// <summary>Prepares the lists.</summary>
    public ReportLabels(ReportLabelsOptions options) => (_options, _reader) = (options, new ReportReader(options));

    /// <inheritdoc />
    public IReadOnlyList<IndexTable> Make(IndexTable table)
    {
        var text = table.Find(_options.Text);
        int[] kept = [.. _options.Keep.Select(table.Find)];
        var labels = new List<IReadOnlyList<string>>();
        var evidence = new List<IReadOnlyList<string>>();
        foreach (var (row, number) in table.Rows.Select((row, number) => (row, number)))
        {
            string[] identity = [.. kept.Select(at => row[at])];
            var said = _reader.Read(row[text]);
            labels.AddRange(DiscLevel.Names.Select((name, level) => (IReadOnlyList<string>)[.. identity, name, $"{identity.FirstOrDefault() ?? $"{number + 1}"} {name}", .. Conditions.All.Select(condition => Cell(said, level, condition))]));
            evidence.AddRange(said.Select(one => (IReadOnlyList<string>)[.. identity, DiscLevel.Names[one.Level], one.Condition.Column(), Text(one.Condition, one.Value), one.Sentence]));
        }

        string[] columns = [.. _options.Keep, "level", "condition", "value", "sentence"];
        return
        [
            new IndexTable("labels", [.. _options.Keep, "level", "case", .. Conditions.All.Select(condition => condition.Column())], labels),
            new IndexTable("evidence", columns, evidence),
            .. _options.Sample == 0 ? (IEnumerable<IndexTable>)[] : [new IndexTable("sample", [.. columns, "correct"], Sample(evidence, kept.Length))],
        ];
    }

    private string Cell(IReadOnlyList<Said> said, int level, Condition condition) => said.FirstOrDefault(one => one.Level == level && one.Condition == condition) is { } found
        ? Text(condition, found.Value)
        : _options.Unmentioned == Undecided.Absent ? Text(condition, 0) : "";

    private static string Text(Condition condition, int? value) => value is { } known ? condition.Words()[known] : "";

    // One of each condition and value in turn, so that rare ones are checked as often as common ones.
    private List<IReadOnlyList<string>> Sample(List<IReadOnlyList<string>> evidence, int at)
    {
        var random = new RandomStream((ulong)_options.Seed).Derive("sample");
        var groups = evidence.Where(row => row[at + 2].Length > 0).GroupBy(row => (row[at + 1], row[at + 2])).OrderBy(group => group.Key).Select(group =>
        {
            var rows = group.ToArray();
            random.Derive($"{group.Key.Item1} {group.Key.Item2}").Shuffle(rows.AsSpan());
            return rows;
        }).ToList();
        return [.. groups.SelectMany(rows => rows.Select((row, place) => (row, place))).OrderBy(one => one.place).Take(_options.Sample).Select(one => (IReadOnlyList<string>)[.. one.row, ""])];
    }
}
