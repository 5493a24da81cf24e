namespace Framework.Components.Ensembles;

/// <summary>The outputs of the stages that a unit reads, as numbers to join.</summary>
internal static class StageOutputs
{
    /// <summary>The stages that were read, in order, and each case's outputs: (case)(stage, label), row-major.</summary>
    /// <remarks>Where a stage has several cases that belong to one (slices of a series), their mean is its output.</remarks>
    /// <exception cref="ExperimentException">There is no stage to read, or one has other labels.</exception>
    public static (IReadOnlyList<string> Stages, List<double[]> Rows) Load(SampleSet samples, IReadOnlyList<string> labels, string unit, CancellationToken cancellation)
    {
        using var workspace = new SampleWorkspace();
        IReadOnlyList<string> stages = [];
        var rows = new List<double[]>(samples.Cases.Count);
        foreach (var item in samples.Cases)
        {
            cancellation.ThrowIfCancellationRequested();
            var earlier = samples.Pipeline.Load(item, Phase.Evaluate, 0, workspace).Earlier;
            if (earlier.Count == 0)
                throw new ExperimentException($"{unit}: there are no outputs to join. Name the stages that they come from in 'reads'.");
            stages = [.. earlier.Keys];
            rows.Add([.. earlier.SelectMany(stage => labels.Select(label => stage.Value.Average(output => Output(output, label, stage.Key, unit))))]);
            workspace.Reset();
        }

        return (stages, rows);
    }

    private static double Output(StageOutput output, string label, string stage, string unit)
    {
        for (var at = 0; at < output.Labels.Count; at++)
        {
            if (output.Labels[at] == label)
                return output.Outputs[at];
        }

        throw new ExperimentException($"{unit}: the stage '{stage}' has no output for '{label}'; it has {string.Join(", ", output.Labels.Select(name => $"'{name}'"))}. "
            + "A mean joins stages of the same labels; use 'logistic-regression' to join others.");
    }
}
