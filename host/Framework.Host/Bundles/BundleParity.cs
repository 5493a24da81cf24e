using Framework.Components.Data.Findings;
using Framework.Host.Engines;
using Framework.Host.Engines.Frozen;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Bundles;

/// <summary>Whether a bundle predicts what its run predicted.</summary>
internal static class BundleParity
{
    private const int Cases = 8;

    /// <summary>Predicts a few validation cases of each unit with the bundle, and the same cases with all that the unit reads.</summary>
    /// <param name="bundled">The bundle's model.</param>
    /// <param name="run">The run.</param>
    /// <param name="data">The run's data.</param>
    /// <param name="settings">Device and threads of the run.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>How many predictions were compared, and the greatest difference of an output; infinite where other objects or label maps were found.</returns>
    public static (int Compared, double Greatest) Of(FrozenModel bundled, RunFolder run, PreparedData data, RunSettings settings, CancellationToken cancellation)
    {
        var (compared, greatest) = (0, 0.0);
        var maps = Directory.CreateTempSubdirectory("framework-bundle-");
        try
        {
            var prediction = new FrozenPrediction(bundled, FrozenData.OfRun(data), unit => Path.Combine(maps.FullName, unit.Unit.Name), settings);
            foreach (var unit in bundled.Units)
            {
                var own = data.Of(bundled.StageOf(unit));
                var stored = run.Units.Single(other => other.Unit.Name == unit.Unit.Name);
                var (split, table) = Table(stored, own) ?? ("", OfRun(unit));
                Case[] cases = [.. table.Rows.Take(Cases).Select(row => own.Cases[row.Case])];
                var (given, _) = prediction.Of(unit, cases, cancellation);
                for (var row = 0; row < cases.Length; row++)
                {
                    for (var label = 0; label < table.Labels.Count; label++)
                        greatest = Math.Max(greatest, Math.Abs(given.Output(row, label) - table.Output(row, label)));
                    if (given.Findings is not null && Line(given, row) != Line(FindingsTable.Attach(stored, split, table), row))
                        greatest = double.PositiveInfinity;
                }

                compared += cases.Length;
            }
        }
        finally
        {
            maps.Delete(recursive: true);
        }

        return (compared, greatest);

        // What is fitted on everything has no table: the run's own model is asked for a few cases.
        Predictions OfRun(UnitFolder unit)
        {
            var model = FrozenModel.Open(run, bundled.Experiment);
            var own = data.Of(bundled.StageOf(unit));
            return new FrozenPrediction(model, FrozenData.OfRun(data), _ => maps.FullName, settings)
                .Of(model.Units.Single(other => other.Unit.Name == unit.Unit.Name), [.. own.Cases.Values.Take(Cases)], cancellation).Table;
        }
    }

    private static (string Split, Predictions Table)? Table(UnitFolder unit, PreparedData data)
    {
        var tables = PredictionsFile.Read(unit.Predictions, data.Cases, data.Index.Groups);
        return tables.FirstOrDefault(part => part.Split == PreparedData.Evaluated[0].Name) is { Table: not null } validation ? validation
            : tables.Count > 0 ? tables[0] : null;
    }

    private static string Line(Predictions table, int row)
    {
        using var stream = new MemoryStream();
        FindingsFile.Write(stream, [("", new Predictions([], [table.Rows[row]], [], []) { Findings = [table.Findings![row]] })]);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
