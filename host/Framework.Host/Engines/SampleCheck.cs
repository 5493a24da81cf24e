using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Sends the first case of each part through the transforms.</summary>
internal sealed class SampleCheck(PreflightFindings findings, PreparedData data, bool takesAnySize = false)
{
    /// <summary>Notes shape and range of each, and what does not fit.</summary>
    /// <param name="stage">What messages call it.</param>
    /// <param name="first">One of its units.</param>
    /// <param name="recipes">Say how the unit's cases are loaded.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether everything was as it should be; what fails then while a batch is made of samples is no news.</returns>
    public bool Check(string stage, UnitId first, UnitRecipes recipes, CancellationToken cancellation)
    {
        if (findings.Try(first.Name, () => recipes.Pipeline(first, NoCheckpoints.Instance, cancellation), "stages", first.Stage) is not { } pipeline)
            return false;
        var shapes = new Dictionary<Part, string>();
        var parts = CaseSplit.Parts.Where(part => data.Split.Cases(fold: 0, part).Count > 0).ToList();
        // What ails the sample of one part mostly ails the others: it is said once.
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (part, item) in parts.Select(part => (part, data.Split.Cases(fold: 0, part)[0])))
        {
            try
            {
                shapes.Add(part, Load(stage, pipeline, part, item));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (said.Add(e.Message.Replace(item.Id, "", StringComparison.Ordinal)))
                    findings.Problem(e as FrameworkException ?? new TrainingException($"{stage}: case '{item.Id}': {e.Message}", e), "stages", first.Stage);
            }
        }

        if (takesAnySize || shapes.Values.Distinct().Count() < 2)
            return shapes.Count == parts.Count;
        findings.Problem(new ExperimentException($"{stage}: the transforms leave images of different shapes: "
            + $"{string.Join(", ", shapes.Select(pair => $"{Name(pair.Key)} {pair.Value}"))}. Add a 'resize' that applies to all of them."), "stages", first.Stage, "transforms");
        return false;
    }

    private string Load(string stage, SamplePipeline pipeline, Part part, Case item)
    {
        using var workspace = new SampleWorkspace();
        var image = pipeline.Load(item, part == Part.Train ? Phase.Train : Phase.Evaluate, epoch: 0, workspace).Image;
        var shape = string.Join(" x ", image.Shape.ToArray());
        var low = float.PositiveInfinity;
        var high = float.NegativeInfinity;
        foreach (var value in image.Pixels)
        {
            if (!float.IsFinite(value))
                throw new DataFormatException($"{stage}: case '{item.Id}' holds {value} after the transforms. Every value must be finite.");
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        findings.Fact($"{stage}, a sample of {Name(part)}", $"{shape}, values {low:G4} to {high:G4}");
        return shape;
    }

    private static string Name(Part part) => part.ToString().ToLowerInvariant();
}
