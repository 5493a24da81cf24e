using Framework.Components.Data.Features;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Puts a unit's feature vectors beside its rows again.</summary>
internal static class FeaturesTable
{
    /// <summary>The table with features; as it is where the unit keeps none.</summary>
    /// <exception cref="DataFormatException">The file is not of this table.</exception>
    public static Predictions Attach(UnitFolder unit, string split, Predictions table)
    {
        if (!File.Exists(unit.Features))
            return table;
        return FeaturesFile.Read(unit.Features, split) is { } features && features.Count == table.Rows.Count
            ? table.WithFeatures(features)
            : throw new DataFormatException($"{unit.Features}: there are no {table.Rows.Count} vectors of '{split}'. Delete the unit's folder and run again.");
    }
}
