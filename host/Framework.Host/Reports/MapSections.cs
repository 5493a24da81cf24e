using System.Globalization;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Experiments;
using Framework.Host.Explaining;
using Framework.Host.Runs;

namespace Framework.Host.Reports;

/// <summary>Maps of what answers come from, and how they held up.</summary>
internal sealed class MapSections : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var entries = RunJson.TryRead(run.Folder.MapsFile, RunJson.Form.IReadOnlyListMapEntry) ?? [];
        foreach (var maps in entries.Where(entry => entry.Explainer < run.Experiment.Explain.Count).GroupBy(entry => (entry.Explainer, entry.Variant)))
        {
            var section = run.Experiment.Explain[maps.Key.Explainer];
            var first = maps.First();
            yield return new ReportSection(ReportPlace.Examples, $"What '{first.Label}' is seen by: {first.Name}, {first.Stage}{(first.Variant is { } variant ? $", {variant}" : "")}",
            [
                new TextBlock("Above what the network saw, below the map on it: red speaks for the label, blue against. Of a volume the planes through the voxel that says most. "
                    + "The same maps on the scans' own grids lie in the units' folders as NIfTI files."),
                .. maps.Select(entry => Picture(run.Folder, entry)).OfType<ImageBlock>(),
                .. Pointing([.. maps], section.Inside),
                .. section.Limits.Take > 0 ? Verdicts([.. maps], section.Limits) : [],
                Table([.. maps]),
            ]);
        }
    }

    private static ImageBlock? Picture(RunFolder folder, MapEntry entry)
    {
        var path = Path.Combine(folder.Path, entry.Picture);
        var truth = entry.Target is { } target ? target > 0.5 ? "present" : "absent" : "unknown";
        return !File.Exists(path) ? null : new ImageBlock($"map.{Path.GetFileNameWithoutExtension(path)}", File.ReadAllBytes(path), Text($"{entry.Label}: {entry.Output:F2}, {truth}\n{entry.Case}"))
        {
            Description = Text($"{entry.Name} map of case {entry.Case} for {entry.Label}"),
            Tone = entry.Target is { } known ? (known > 0.5) == (entry.Output >= 0.5) ? Tone.Good : Tone.Bad : Tone.Plain,
        };
    }

    private static IEnumerable<ReportBlock> Pointing(IReadOnlyList<MapEntry> maps, MapTarget? target)
    {
        var judged = maps.Where(entry => entry.PeakInside is not null).ToList();
        if (target is null)
            yield break;
        if (judged.Count == 0)
        {
            yield return new VerdictBlock("peak", null, $"none of these cases has an image '{target.Image}' with a marked place: whether the maps point at it cannot be said.");
            yield break;
        }

        var (hits, chance) = (judged.Count(entry => entry.PeakInside == true), judged.Average(entry => entry.PeakChance ?? 0));
        var share = (double)hits / judged.Count;
        yield return new VerdictBlock("peak", target.AtLeast is { } least ? share >= least : null, Text($"the peak of {hits} of {judged.Count} maps ({share:P0}) meets '{target.Image}'; put anywhere in the anatomy it would in {chance:P0}")
            + (target.AtLeast is { } limit ? Text($". At least {limit:P0} are asked for.") : ", and no share is asked for."));
    }

    private static IEnumerable<ReportBlock> Verdicts(IReadOnlyList<MapEntry> maps, MapLimits limits)
    {
        var randomised = Mean(maps, entry => entry.RandomisedRank);
        yield return new VerdictBlock("shuffled weights", randomised is null ? null : randomised <= limits.Randomised, randomised is null
            ? "the maps of the same network with shuffled weights cannot be compared: one of each pair is the same everywhere."
            : Text($"with the weights of every layer shuffled the maps should change; their mean rank correlation with these is {randomised:F2}, the limit is {limits.Randomised:F2}."));
        if (Mean(maps, entry => entry.FoldsRank) is { } folds)
            yield return new VerdictBlock("other folds", limits.Folds is { } least ? folds >= least : null, Text($"the networks of the other folds should look at the same places; the mean rank correlation of their maps with these is {folds:F2}")
                + (limits.Folds is { } limit ? Text($", the limit is {limit:F2}.") : ", and no limit is given. The case may be one that those networks were trained on."));
    }

    private static TableBlock Table(IReadOnlyList<MapEntry> maps) => new(
        [new("case"), new("output", IsNumber: true), new("peak"), new("shuffled: rank", IsNumber: true), new("shuffled: SSIM", IsNumber: true), new("folds: rank", IsNumber: true), new("folds: SSIM", IsNumber: true)],
        [.. maps.Select(entry => (IReadOnlyList<TableCell>)
            [entry.Case, Number(entry.Output), Peak(entry), Number(entry.RandomisedRank), Number(entry.RandomisedStructure), Number(entry.FoldsRank), Number(entry.FoldsStructure)])])
    {
        Caption = "Whether the peak meets the places that it should. Likeness to the maps of a network without what was learnt, and of the other folds' networks.",
    };

    private static double? Mean(IReadOnlyList<MapEntry> maps, Func<MapEntry, double?> value) =>
        maps.Select(value).OfType<double>().ToList() is { Count: > 0 } known ? known.Average() : null;

    private static TableCell Peak(MapEntry entry) => entry.PeakInside switch
    {
        true => new TableCell("inside", Tone.Good),
        false => new TableCell("elsewhere", Tone.Bad),
        null => "",
    };

    private static string Number(double? value) => value?.ToString("F2", CultureInfo.InvariantCulture) ?? "–";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
