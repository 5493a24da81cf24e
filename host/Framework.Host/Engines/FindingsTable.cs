using Framework.Components.Data.Findings;
using Framework.Host.Engines.External;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Puts a unit's findings beside its rows again.</summary>
internal static class FindingsTable
{
    /// <summary>The table with findings; as it is where the unit has none.</summary>
    /// <exception cref="DataFormatException">A case of the table has no line in the unit's file.</exception>
    public static Predictions Attach(UnitFolder unit, string split, Predictions table)
    {
        var file = split == ExternalEvaluation.Split ? unit.ExternalFindings : unit.Findings;
        if (!File.Exists(file))
            return table;
        var findings = FindingsFile.Read(file).Where(line => line.Split == split).ToDictionary(line => line.Case, line => line.Findings);
        if (table.Rows.FirstOrDefault(row => !findings.ContainsKey(row.Case)) is { } missing)
            throw new DataFormatException($"{file}: there is no line of case '{missing.Case}'. Delete the unit's folder and run again.");
        return table.WithFindings([.. table.Rows.Select(row => findings[row.Case])]);
    }
}
