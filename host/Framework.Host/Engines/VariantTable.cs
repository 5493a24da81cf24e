using System.Globalization;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>The variants of a run side by side: one row a figure, one column a variant, and whether the best can be told from the next.</summary>
internal static class VariantTable
{
    /// <summary>The header and the rows; empty where there are no variants.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(RunFolder run)
    {
        var rows = (run.Metrics ?? []).Where(row => row is { Control: null, Variant: not null }).ToList();
        string[] variants = [.. rows.Select(row => row.Variant!).Distinct()];
        if (variants.Length < 2)
            return [];
        // Figures of single folds and repeats, which show how far a figure scatters.
        var units = run.Units.Where(unit => unit.Unit.Id is { Control: null, HeldOut: null }).SelectMany(unit => (RunJson.TryRead(unit.Metrics, RunJson.Form.IReadOnlyListMetricRow) ?? [])
            .Select(row => (unit.Unit.Id, Row: row))).ToLookup(unit => PlaceOf(unit.Row));
        return
        [
            ["stage", "split", "metric", "label", .. variants, ""],
            .. rows.GroupBy(PlaceOf).Select(place => (IReadOnlyList<string>)
            [
                place.Key.Stage, place.Key.Split, place.Key.At == "case" ? place.Key.Name : $"{place.Key.Name}, {place.Key.At}", place.Key.Label ?? "all",
                .. variants.Select(variant => place.FirstOrDefault(row => row.Variant == variant)?.Value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-"),
                Verdict([.. place], units[place.Key].ToLookup(unit => unit.Id.Variant!, unit => (unit.Id.Fold, unit.Id.Repeat, unit.Row.Value))),
            ]),
        ];
    }

    /// <summary>Compares the best variant with the next over the folds and repeats that both have.</summary>
    private static string Verdict(IReadOnlyList<MetricRow> rows, ILookup<string, (int Fold, int Repeat, double? Value)> units)
    {
        // Another split scores other cases: what differs then is not the variant alone.
        var known = rows.Where(row => row.Value is not null && (row.Count, row.Subjects) == (rows[0].Count, rows[0].Subjects)).OrderBy(row => row.HigherIsBetter ? -row.Value : row.Value).ToList();
        if (known.Count < 2)
            return "";
        if (known[0].Value == known[1].Value)
            return $"{known[0].Variant} and {known[1].Variant} are alike";
        var pairs = from best in units[known[0].Variant!]
                    join next in units[known[1].Variant!] on (best.Fold, best.Repeat) equals (next.Fold, next.Repeat)
                    where best.Value is not null && next.Value is not null
                    select best.Value!.Value - next.Value!.Value;
        return VariantSpread.Tells([.. pairs]) switch
        {
            null => $"{known[0].Variant} is ahead; one fit of each says nothing of chance",
            true => $"{known[0].Variant} is ahead",
            false => $"{known[0].Variant} and {known[1].Variant} are not distinguishable",
        };
    }

    private static (string Stage, string Split, string At, string Name, string? Label) PlaceOf(MetricRow row) => (row.Stage, row.Split, row.At, row.Name, row.Label);
}
