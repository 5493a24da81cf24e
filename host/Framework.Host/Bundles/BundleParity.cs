using Framework.Host.Engines;
using Framework.Host.Engines.Frozen;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Bundles;

/// <summary>Whether a bundle predicts what its run predicted.</summary>
internal static class BundleParity
{
    private const int Cases = 8;

    /// <summary>Predicts a few validation cases of each unit with the bundle.</summary>
    /// <param name="bundled">The bundle's model.</param>
    /// <param name="run">The run.</param>
    /// <param name="data">The run's data.</param>
    /// <param name="settings">Device and threads of the run.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>How many predictions were compared, and the greatest difference of an output.</returns>
    public static (int Compared, double Greatest) Of(FrozenModel bundled, RunFolder run, PreparedData data, RunSettings settings, CancellationToken cancellation)
    {
        var (compared, greatest) = (0, 0.0);
        foreach (var unit in bundled.Units)
        {
            var stored = run.Units.Single(other => other.Unit.Name == unit.Unit.Name);
            var tables = PredictionsFile.Read(stored.Predictions, data.Cases, data.Index.Groups);
            var table = tables.FirstOrDefault(part => part.Split == PreparedData.Evaluated[0].Name).Table ?? tables[0].Table;
            Case[] cases = [.. table.Rows.Take(Cases).Select(row => data.Cases[row.Case])];
            using var model = new UnitModel(bundled, unit, data.Source, settings);
            var given = model.Predict(cases, cancellation);
            for (var row = 0; row < cases.Length; row++)
            {
                for (var label = 0; label < table.Labels.Count; label++)
                    greatest = Math.Max(greatest, Math.Abs(given.Output(row, label) - table.Output(row, label)));
            }

            compared += cases.Length;
        }

        return (compared, greatest);
    }
}
