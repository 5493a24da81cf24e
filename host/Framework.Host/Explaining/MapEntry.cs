using Framework.Components.Explaining;

namespace Framework.Host.Explaining;

/// <summary>One map of a run; an entry of <c>maps.json</c>.</summary>
internal sealed record MapEntry
{
    /// <summary>Position of the explainer in the experiment's list, from 0.</summary>
    public required int Explainer { get; init; }

    /// <summary>The explainer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>The variant; null where there is one.</summary>
    public string? Variant { get; init; }

    /// <summary>The unit whose network was asked.</summary>
    public required string Unit { get; init; }

    /// <summary>The split of the case.</summary>
    public required string Split { get; init; }

    /// <summary>The case.</summary>
    public required string Case { get; init; }

    /// <summary>The label that is explained.</summary>
    public required string Label { get; init; }

    /// <summary>0 or 1; null where it is missing.</summary>
    public double? Target { get; init; }

    /// <summary>What was predicted.</summary>
    public required double Output { get; init; }

    /// <summary>The map on the scan's own grid, a NIfTI file, by its path within the run folder.</summary>
    public required string File { get; init; }

    /// <summary>The map over the image, a PNG file, by its path within the run folder.</summary>
    public required string Picture { get; init; }

    /// <summary>Rank correlation with the map of the same network with shuffled weights; null where it is not defined.</summary>
    public double? RandomisedRank { get; init; }

    /// <summary>Structural similarity with the map of the same network with shuffled weights; null where it is not defined.</summary>
    public double? RandomisedStructure { get; init; }

    /// <summary>Mean rank correlation with the maps of the other folds' networks; null where there are none.</summary>
    public double? FoldsRank { get; init; }

    /// <summary>Mean structural similarity with the maps of the other folds' networks; null where there are none.</summary>
    public double? FoldsStructure { get; init; }

    /// <summary>Whether the map's peak lies in the places that it should point at; null where none are known of the case.</summary>
    public bool? PeakInside { get; init; }

    /// <summary>How often a peak put anywhere in the anatomy would lie there, 0 to 1.</summary>
    public double? PeakChance { get; init; }

    /// <summary>The entry with what its map has in common with others.</summary>
    public MapEntry With(MapSimilarity? randomised, IReadOnlyList<MapSimilarity> folds) => this with
    {
        RandomisedRank = Finite(randomised?.Rank),
        RandomisedStructure = Finite(randomised?.Structure),
        FoldsRank = folds.Count == 0 ? null : Finite(folds.Average(each => each.Rank)),
        FoldsStructure = folds.Count == 0 ? null : Finite(folds.Average(each => each.Structure)),
    };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
