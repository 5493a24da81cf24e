using Framework.Host.Engines;
using Framework.Sdk;

namespace Framework.Host.Bundles;

/// <summary>What one part of one fold had, on a model card.</summary>
/// <param name="Fold">From 0; null for the external set, which is the same in all.</param>
/// <param name="Part"><c>train</c>, <c>validate</c>, <c>test</c> or <c>external</c>.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Subjects">Different subjects among them.</param>
/// <param name="Positives">Cases in which each label is present; nothing is told of the external set.</param>
internal sealed record CardPart(int? Fold, string Part, int Cases, int Subjects, IReadOnlyDictionary<string, int> Positives)
{
    /// <summary>The positives, label by label.</summary>
    public string PositivesInWords => Positives.Count == 0 ? "-" : string.Join(", ", Positives.Select(pair => $"{pair.Key} {pair.Value}"));

    /// <summary>Every part that has cases.</summary>
    public static IEnumerable<CardPart> Of(PreparedData data)
    {
        var parts =
            from fold in Enumerable.Range(0, data.Split.Folds)
            from part in CaseSplit.Parts
            let size = PartSizes.Of(part, data, fold)
            where size.Cases > 0
            select new CardPart(fold, size.Part, size.Cases, size.Subjects, size.Positives.ToDictionary(pair => pair.Label, pair => pair.Count));
        return data.Split.External is { Cases: > 0 } locked ? parts.Append(new CardPart(null, "external", locked.Cases, locked.Subjects, new Dictionary<string, int>())) : parts;
    }
}
