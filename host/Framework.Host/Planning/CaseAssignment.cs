using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Planning;

/// <summary>Says which cases a unit is fitted on, selects on and predicts: the one place where that is decided.</summary>
internal sealed class CaseAssignment(PreparedExperiment prepared)
{
    /// <summary>The split's name in the tables of cross-fitted units.</summary>
    public const string OutOfFold = "out-of-fold";

    /// <summary>The cases of a unit.</summary>
    public UnitCases Of(UnitId id)
    {
        var stage = prepared.Experiment.Stages.Single(stage => stage.Name == id.Stage);
        var data = prepared.Data.Of(stage);
        if (id.HeldOut is { } left)
            return HeldOut(CrossFitting.Divide(prepared.Experiment, data, stage, id.Fold, id.Repeat), left);
        if (stage.FitOn == FitOn.Everything)
            return new UnitCases(data.Split.Reachable, [], []);
        IReadOnlyList<Case> CasesOf(Part of) => data.Split.Cases(id.Fold, of, id.Repeat);
        var validation = StageOrder.KnowsValidation(stage, prepared.Experiment.Stages);
        var evaluated = from part in PreparedData.Evaluated
                        where part.Part == Part.Test || validation
                        let cases = CasesOf(part.Part)
                        where cases.Count > 0
                        select (part.Name, cases);
        // What is not fitted is told no outputs of these cases either; a control in its place may look at their labels.
        return stage.FitOn == FitOn.Validate && stage.Trainer.Instance.IsFitted
            ? new UnitCases(CasesOf(Part.Validate), [], [.. evaluated])
            : new UnitCases(CasesOf(Part.Train), CasesOf(Part.Validate), [.. evaluated]);
    }

    private static UnitCases HeldOut(CaseSplit parts, int part) =>
        new(parts.Cases(part, Part.Train), parts.Cases(part, Part.Validate), [(OutOfFold, parts.Cases(part, Part.Test))]);
}
