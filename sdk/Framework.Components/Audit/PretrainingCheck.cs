using System.Globalization;

namespace Framework.Components.Audit;

/// <summary>Cases that weights were trained on before, and that the run is chosen or scored on.</summary>
internal sealed class PretrainingCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Look(AuditInput input)
    {
        if (input.Pretraining is not { } list)
            yield break;
        int[] known = [.. Enumerable.Range(0, input.Index.Cases.Count).Where(at => IsKnown(list, input, at))];
        foreach (var part in new[] { Part.Validate, Part.Test, Part.External, Part.Train })
        {
            int[][] folds = [.. input.Divisions.Select(division => known.Where(at => division.Parts[at] == part).ToArray()).Where(cases => cases.Length > 0)];
            if (folds.Length == 0)
                continue;
            var most = folds.MaxBy(cases => cases.Length)!;
            yield return new AuditFinding
            {
                Kind = "pretraining",
                Severity = part == Part.Train ? AuditSeverity.Note : AuditSeverity.Leak,
                Parts = [PartPairs.Name(part)],
                Count = most.Length,
                Folds = folds.Length,
                Cases = PartPairs.Examples(most.Select(at => new[] { at }), input.Index),
                Words = Words(most.Length, part),
            };
        }
    }

    private static string Words(int count, Part part)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "case" : "cases")} of {PartPairs.Name(part)} stand in the lists of what the weights were trained on before.");
        return part == Part.Train ? found : $"{found} Leave them out, or start from other weights.";
    }

    private static bool IsKnown(PretrainingList list, AuditInput input, int at)
    {
        var item = input.Index.Cases[at];
        return list.Names.Contains(item.Id) || list.Names.Contains(item.Subject) || list.Names.Contains(item.Study) || list.Names.Contains(item.Series)
            || list.Names.Contains(item.Accession) || list.Names.Contains(item.Instance)
            || (at < input.Images.Count && input.Images[at] is { IsFlat: false } image && list.Pixels.Contains(image.PixelHash));
    }
}
