using Framework.Components.Data.Findings;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>A table of predictions as what a stage said of each case.</summary>
internal static class SaidOfCases
{
    /// <summary>One output for each row, by the identity of its case.</summary>
    /// <param name="table">What a unit predicted, with its findings.</param>
    /// <param name="masks">Where its label maps lie.</param>
    /// <param name="cases">The stage's cases by identity.</param>
    public static IEnumerable<KeyValuePair<string, StageOutput>> Of(Predictions table, MaskFolder masks, IReadOnlyDictionary<string, Case> cases)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var (name, findings, at) = (table.Rows[row].Case, table.Findings?[row], row);
            var outputs = Enumerable.Range(0, table.Labels.Count).Select(label => table.Output(at, label));
            yield return new(name, StageOutput.Of(cases[name], table.Labels, [.. outputs], findings, findings?.MaskFile is null ? null : workspace => masks.Read(findings, workspace)!) with { Features = table.Features?[row] ?? [] });
        }
    }
}
