using System.Globalization;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Reports;

/// <summary>Variants whose split divides cases and not subjects, and by how much that flatters them: against the variant that differs in nothing else.</summary>
internal sealed class UnsafeSplits : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var variants = run.Experiment.AllVariants().ToList();
        foreach (var leaky in variants.Where(variant => variant.Split.Instance.IsUnsafe))
        {
            var warning = new WarningBlock($"{(leaky.Variant is { } name ? $"The variant '{name}'" : "This run")} divides cases and not subjects, so that a model is scored on patients that it was fitted on. Its figures say nothing of new patients.");
            var sound = variants.Find(other => !other.Split.Instance.IsUnsafe && IsTwin(leaky, other));
            ReportBlock[] blocks = sound is null ? [warning] : [warning, .. Optimism(run, leaky.Variant, sound.Variant)];
            yield return new ReportSection(ReportPlace.Headline, "A split that leaks", blocks);
        }
    }

    private static bool IsTwin(Experiment one, Experiment other) =>
        one.Data.Source.Canonical == other.Data.Source.Canonical && one.Seed == other.Seed && one.Stages.Select(stage => stage.Canonical).SequenceEqual(other.Stages.Select(stage => stage.Canonical));

    private static IEnumerable<ReportBlock> Optimism(ReportedRun run, string? leaky, string? sound)
    {
        var pairs = (from row in run.Rows
                     where row.Variant == leaky && row.Control is null && row.Value is not null
                     let twin = run.Rows.FirstOrDefault(other => other.Place == row.Place with { Variant = sound } && other.Control is null && other.Value is not null)
                     where twin is not null
                     select (Leaky: row, Sound: twin)).ToList();
        if (pairs.Count == 0)
            yield break;
        var (first, second) = pairs.Find(pair => pair.Leaky.Label is null) is { Leaky: not null } all ? all : pairs[0];
        yield return new TextBlock($"{first.Name} of {first.Label ?? "all labels"} on the {first.Split} part is {Number(Of(first))} where cases are divided, and {Number(Of(second))} where subjects are: "
            + $"an optimism of {Signed(Gain(first, second))}. {first.Subjects} and {second.Subjects} subjects.");
        yield return new TableBlock(
            [new("stage"), new("part"), new("at"), new("metric"), new("label"), new("by case", true), new("by subject", true), new("optimism", true)],
            [.. pairs.Select(pair => (IReadOnlyList<TableCell>)
            [
                pair.Leaky.Stage, pair.Leaky.Split, pair.Leaky.At, pair.Leaky.Name, pair.Leaky.Label ?? "all", Cell(pair.Leaky), Cell(pair.Sound),
                new TableCell(Signed(Gain(pair.Leaky, pair.Sound)), Gain(pair.Leaky, pair.Sound) > 0 ? Tone.Bad : Tone.Plain),
            ])]);
    }

    // How much better it looks, whichever way is better.
    private static double Gain(MetricRow leaky, MetricRow sound) => (Of(leaky) - Of(sound)) * (leaky.HigherIsBetter ? 1 : -1);

    // One fit, as it would be used, and not the mean of all repeats' outputs.
    private static double Of(MetricRow row) => (row.Repeats ?? row.Folds)?.Mean ?? row.Value!.Value;

    private static TableCell Cell(MetricRow row) => (row.Repeats ?? row.Folds) is { } spread ? new TableCell(Number(spread.Mean), Tone.Plain, $"± {Number(spread.Sd)} over {spread.Count}") : Number(row.Value!.Value);

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture);
}
