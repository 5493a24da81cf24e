using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Engines.Decisions;

/// <summary>Applies what was fitted on a unit's validation part to any of its predictions.</summary>
/// <param name="stage">Whose components the figures are of.</param>
/// <param name="frozen">The figures; null where the stage neither calibrates nor chooses thresholds.</param>
internal sealed class DecisionRule(StageSection stage, FrozenDecisions? frozen)
{
    /// <summary>The table with calibrated outputs.</summary>
    public Predictions Calibrate(Predictions raw)
    {
        if (stage.Calibrate is not { Instance: var calibrator } || frozen is null)
            return raw;
        var outputs = raw.Outputs.ToArray();
        foreach (var (name, labels) in raw.Questions())
        {
            var figures = frozen.Calibration.First(question => question.Name == name).Figures;
            var cells = new double[labels.Length];
            for (var row = 0; row < raw.Rows.Count; row++)
            {
                for (var i = 0; i < labels.Length; i++)
                    cells[i] = raw.Output(row, labels[i]);
                calibrator.Apply(figures, cells);
                for (var i = 0; i < labels.Length; i++)
                    outputs[(row * raw.Labels.Count) + labels[i]] = cells[i];
            }
        }

        return raw.WithOutputs(outputs);
    }

    /// <summary>The table with the thresholds of a level in each row.</summary>
    /// <param name="table">Calibrated, and joined to that level.</param>
    /// <param name="at">The level.</param>
    public Predictions Decide(Predictions table, string at) => With(frozen?.Thresholds ?? [], table, at);

    /// <summary>The table with the thresholds of a level in each row; itself where there are none.</summary>
    public static Predictions With(IReadOnlyList<LevelThresholds> thresholds, Predictions table, string at)
    {
        if (thresholds.FirstOrDefault(level => level.At == at) is not { } level)
            return table;
        double[] row = [.. table.Labels.Select(label => level.Labels.GetValueOrDefault(label, 0.5))];
        return table.WithThresholds([.. Enumerable.Repeat(row, table.Rows.Count).SelectMany(own => own)]);
    }
}
