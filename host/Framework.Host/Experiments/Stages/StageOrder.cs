namespace Framework.Host.Experiments.Stages;

/// <summary>Which stages come before which, and what may be read of them.</summary>
internal static class StageOrder
{
    /// <summary>The stages, each after those that it reads; otherwise in the order of the file.</summary>
    /// <param name="stages">Without a cycle; every stage that is read is among them.</param>
    public static IReadOnlyList<StageSection> Of(IReadOnlyList<StageSection> stages)
    {
        var ordered = new List<StageSection>();
        foreach (var stage in stages)
            Add(stage, stages, ordered);
        return ordered;
    }

    /// <summary>A stage with all that it reads, directly or through others, in order.</summary>
    public static IReadOnlyList<StageSection> UpTo(string name, IReadOnlyList<StageSection> stages)
    {
        var needed = new List<StageSection>();
        Add(stages.Single(stage => stage.Name == name), stages, needed);
        return needed;
    }

    /// <summary>
    /// Whether the stage's outputs on the validation part come from models that were not fitted on it: a stage that is fitted on that part, or that
    /// only joins the outputs of one that is, has none there that anybody could be fitted or scored on.
    /// </summary>
    public static bool KnowsValidation(StageSection stage, IReadOnlyList<StageSection> stages) => stage.Trainer.Instance.IsFitted
        ? stage.FitOn == FitOn.Train
        : stage.Reads.All(read => KnowsValidation(stages.Single(other => other.Name == read), stages));

    private static void Add(StageSection stage, IReadOnlyList<StageSection> stages, List<StageSection> ordered)
    {
        if (ordered.Contains(stage))
            return;
        foreach (var read in stage.Before)
            Add(stages.Single(other => other.Name == read), stages, ordered);
        ordered.Add(stage);
    }
}
