using Framework.Components.Evaluation.Levels;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Engines.Decisions;

/// <summary>Joins the predictions of a stage's folds and repeats as it was fitted on their validation parts.</summary>
/// <param name="stage">Whose component the figures are of.</param>
/// <param name="levels">What cases are joined into, from the lowest up.</param>
/// <param name="frozen">The figures.</param>
internal sealed class EnsembleRule(StageSection stage, IReadOnlyList<Level> levels, FrozenEnsemble frozen)
{
    private readonly IEnsemble _ensemble = stage.Ensemble!.Instance;

    /// <summary>One row for each case, then for each of what cases are joined into.</summary>
    /// <param name="calibrated">What units said of cases, by the units' names; a unit that said nothing is left out.</param>
    public IReadOnlyList<(string At, Predictions Table)> Join(IReadOnlyDictionary<string, Predictions> calibrated)
    {
        var groups = frozen.Groups.Where(group => group.Units.All(calibrated.ContainsKey)).ToList();
        double[] weights = [.. groups.Select(group => group.Weights.Sum())];
        var tables = groups.ConvertAll(group => LevelTables.Of(Within(group, [.. group.Units.Select(unit => calibrated[unit])]), levels, (table, at) => DecisionRule.With(group.Thresholds, table, at)).ToList());
        return [.. Enumerable.Range(0, tables[0].Count).Select(level => (
            tables[0][level].At,
            Evaluation.OneRowPerCase(
                Predictions.Concat([.. tables.Select(own => own[level].Table)]),
                [.. tables.SelectMany((own, group) => Enumerable.Repeat(weights[group], own[level].Table.Rows.Count))])))];
    }

    /// <summary>What the members of a group say together.</summary>
    /// <param name="group">The figures.</param>
    /// <param name="members">What each says of the same cases.</param>
    public Predictions Within(FrozenMembers group, IReadOnlyList<Predictions> members)
    {
        var first = members[0];
        var places = members.Select(member => member.Rows.Select((row, at) => (row.Case, at)).ToDictionary(pair => pair.Case, pair => pair.at, StringComparer.Ordinal)).ToList();
        var outputs = new double[first.Outputs.Length];
        foreach (var (name, labels) in first.Questions())
        {
            var figures = group.Figures.First(question => question.Name == name).Figures;
            var (said, joined) = (new double[members.Count * labels.Length], new double[labels.Length]);
            for (var row = 0; row < first.Rows.Count; row++)
            {
                for (var cell = 0; cell < said.Length; cell++)
                {
                    var (member, column) = Math.DivRem(cell, labels.Length);
                    said[cell] = members[member].Output(places[member][first.Rows[row].Case], labels[column]);
                }

                _ensemble.Apply(figures, group.Weights, said, joined);
                for (var column = 0; column < labels.Length; column++)
                    outputs[(row * first.Labels.Count) + labels[column]] = joined[column];
            }
        }

        return first.WithOutputs(outputs).WithThresholds([]);
    }
}
