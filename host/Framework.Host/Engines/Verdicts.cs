using Framework.Components.Controls;
using Framework.Components.Reporting;
using Framework.Host.Planning;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>How the controls of a run ended.</summary>
internal static class Verdicts
{
    private const string Features = "features";
    private const int FeaturesTold = 3;

    /// <summary>A verdict for each control of each stage that has controls.</summary>
    public static IReadOnlyList<ControlVerdict> Of(RunWork work, Evaluation evaluation)
    {
        var verdicts =
            from variant in evaluation.All().GroupBy(row => row.Variant)
            let scores = variant.Select(row => new Score(row.Stage, row.Split, row.Control, row.ToValue())).ToArray()
            from verdict in ControlJudge.Judge(work.Experiment.ControlRules, scores)
            where work.Experiment.Stages.Single(stage => stage.Name == verdict.Stage).HasControls
            let own = verdict with { Variant = variant.Key }
            select own with { Words = own.Words + Telling(work.Folder, own) };
        return [.. verdicts];
    }

    /// <summary>One line a verdict, for the screen.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<ControlVerdict> verdicts) =>
        verdicts.Select(verdict => $"{Outcome(verdict)}: {Place(verdict)}{verdict.Control}: {verdict.Words}");

    private static string Place(ControlVerdict verdict) => verdict.Variant is null ? $"{verdict.Stage}, " : $"{verdict.Stage}, {verdict.Variant}, ";

    private static string Outcome(ControlVerdict verdict) => verdict.Passed switch
    {
        true => "as expected",
        false => "NOT AS EXPECTED",
        null => "cannot be judged",
    };

    /// <summary>What weighed most in the first unit of a control that looked at facts.</summary>
    private static string Telling(RunFolder run, ControlVerdict verdict)
    {
        var unit = run.Units.FirstOrDefault(unit => unit.Unit.Id is { Fold: 0, Repeat: 0 } id && id.Stage == verdict.Stage && id.Control == verdict.Control && id.Variant == verdict.Variant);
        var features = unit is null ? null : UnitLog.Read(unit.Events).LastOrDefault(item => item.Kind == Features);
        return features is not { Values.Count: > 0 } ? "" : $" What weighed most: {string.Join(", ", features.Values.Keys.Take(FeaturesTold))}.";
    }
}
