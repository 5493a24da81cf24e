using Framework.Host.Engines.Decisions;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Comparison;

/// <summary>A finished run as another is compared with it: its own units, without controls.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Experiment">What it did.</param>
internal sealed record ComparedRun(RunFolder Folder, Experiment Experiment)
{
    /// <summary>The stages and splits that it has predictions of.</summary>
    public IReadOnlyList<(string Stage, string Split)> Tables =>
    [
        .. from stage in Experiment.Stages
           from split in PreparedData.Evaluated.Select(part => part.Name).Append(External.ExternalEvaluation.Split)
           where Units(stage).Any() && File.Exists(Folder.PredictionsFile(stage.Name, split))
           select (stage.Name, split),
    ];

    /// <summary>One row a case, with outputs and thresholds as they are scored.</summary>
    public Predictions Table(string stage, string split)
    {
        var section = Experiment.Stages.Single(own => own.Name == stage);
        var none = new Dictionary<string, Case>(); // rows say who they are
        var tables =
            from unit in Units(section)
            let rule = new DecisionRule(section, unit.Decisions)
            from file in new[] { unit.Predictions, unit.External }
            where File.Exists(file)
            from part in PredictionsFile.Read(file, none, Folder.Provenance!.Data.Groups)
            where part.Split == split
            select rule.Decide(rule.Calibrate(part.Table), LevelTables.Case);
        return Evaluation.OneRowPerCase(Predictions.Concat([.. tables]));
    }

    private IEnumerable<UnitFolder> Units(StageSection stage) =>
        Folder.Units.Where(unit => unit.Unit.Id is { Control: null, HeldOut: null, Variant: null } id && id.Stage == stage.Name);
}
