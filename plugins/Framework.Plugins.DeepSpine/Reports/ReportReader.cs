using Framework.Components.Reports;

namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Reads whole reports into labels of discs.</summary>
/// <remarks>
/// A sentence without a disc speaks of those of the sentence before in its section. Of several statements about one condition of one disc the more
/// particular holds (a named disc, then "all levels", then "the other levels"), of equally particular ones the greater value.
/// </remarks>
public sealed class ReportReader(ReportLabelsOptions options)
{
    private readonly SentenceReader _sentences = new(options);

    /// <summary>The labels of a report: at most one for each disc and condition, by disc and condition; those named but not decided have no value.</summary>
    /// <param name="report">Its text.</param>
    public IReadOnlyList<Said> Read(string report)
    {
        var all = new List<(Said Said, bool IsNormal)>();
        foreach (var section in ReportSection.Read(report, options.Headings, options.Read, options.Skip))
        {
            var current = LevelGroup.None;
            foreach (var sentence in Sentences.Of(Lines(section.Text)))
                all.AddRange(_sentences.Read(sentence, ref current));
        }

        var named = all.Where(one => one.Said.Reach == Reach.Named).Select(one => one.Said.Level).ToHashSet();
        return
        [
            .. all.Where(one => !(one.IsNormal && one.Said.Reach == Reach.Others && named.Contains(one.Said.Level)))
                .Select(one => one.Said)
                .GroupBy(said => (said.Level, said.Condition))
                .Select(group => group.OrderByDescending(said => said.Reach).ThenByDescending(said => said.Value ?? -1).First())
                .OrderBy(said => said.Level).ThenBy(said => said.Condition),
        ];
    }

    // A line that begins with a disc begins a sentence, whether or not the line before has its point.
    private static string Lines(string text) => LevelMentions.LineStart().Replace(text, "\n\n");
}
