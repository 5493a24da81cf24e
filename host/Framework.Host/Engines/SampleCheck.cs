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
    public void Check(string stage, UnitId first, UnitRecipes recipes, CancellationToken cancellation)
    {
        if (findings.Try(first.Name, () => recipes.Pipeline(first, NoCheckpoints.Instance, cancellation)) is not { } pipeline)
            return;
        var shapes = new Dictionary<Part, string>();
        foreach (var part in CaseSplit.Parts)
        {
            if (data.Split.Cases(fold: 0, part) is { Count: > 0 } cases
                && findings.Try($"{stage}: case '{cases[0].Id}'", () => Load(stage, pipeline, part, cases[0])) is { } shape)
                shapes.Add(part, shape);
        }

        if (!takesAnySize && shapes.Values.Distinct().Count() > 1)
            findings.Problem(new ExperimentException($"{stage}: the transforms leave images of different shapes: "
                + $"{string.Join(", ", shapes.Select(pair => $"{Name(pair.Key)} {pair.Value}"))}. Add a 'resize' that applies to all of them."));
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
