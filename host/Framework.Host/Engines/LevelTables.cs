using Framework.Components.Evaluation.Levels;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>A unit's table at the level of cases and, one out of the other, at every level above.</summary>
internal static class LevelTables
{
    /// <summary>What a row is where nothing was joined.</summary>
    public const string Case = "case";

    /// <summary>The tables from cases up.</summary>
    /// <param name="calibrated">One row a case.</param>
    /// <param name="levels">From the lowest up.</param>
    /// <param name="decide">Gives a table the thresholds of its level.</param>
    public static IEnumerable<(string At, Predictions Table)> Of(Predictions calibrated, IReadOnlyList<Level> levels, Func<Predictions, string, Predictions> decide)
    {
        var table = decide(calibrated, Case);
        yield return (Case, table);
        foreach (var level in levels)
        {
            table = decide(LevelJoin.Of(table, level), level.Name());
            yield return (level.Name(), table);
        }
    }
}
