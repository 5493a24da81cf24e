using Framework.Components.Training.Checkpoints;
using TorchSharp;

namespace Framework.Components.Models;

/// <summary>The coefficients of a unit's regressions: <c>coefficients</c> (label, feature) and <c>intercepts</c> (label), float64.</summary>
internal static class RegressionCheckpoint
{
    public const string FileName = "checkpoint.safetensors";
    private const string Coefficients = "coefficients";
    private const string Intercepts = "intercepts";

    public static void Save(TrainingContext context, IReadOnlyList<LogisticRegression> fitted, string identity)
    {
        using var scope = torch.NewDisposeScope();
        var features = fitted[0].Features;
        (string, torch.Tensor)[] tensors =
        [
            (Coefficients, torch.tensor(fitted.SelectMany(item => item.Coefficients[0]).ToArray()).reshape(fitted.Count, features)),
            (Intercepts, torch.tensor(fitted.Select(item => item.Intercepts[0]).ToArray())),
        ];
        var metadata = new Dictionary<string, string> { ["identity"] = identity, ["labels"] = string.Join(", ", context.Labels) };
        context.Checkpoints.Save(FileName, stream => SafeTensors.Write(stream, tensors, metadata));
    }

    /// <summary>What was fitted before; null where there is none.</summary>
    public static IReadOnlyList<LogisticRegression>? Restore(TrainingContext context, string identity)
    {
        using var stream = context.Fitting ? context.Checkpoints.Open(FileName) : null;
        if (stream is null)
            return null;
        using var content = SafeTensors.Read(stream, FileName);
        if (content.Metadata.GetValueOrDefault("identity") != identity)
            throw new TrainingException($"{FileName}: it belongs to a run of other cases, seed or options. Start over in a new run folder.");
        var intercepts = content.Tensors[Intercepts].data<double>().ToArray();
        var rows = content.Tensors[Coefficients].data<double>().ToArray().Chunk((int)content.Tensors[Coefficients].shape[1]);
        return [.. rows.Zip(intercepts, (row, intercept) => new LogisticRegression([row], [intercept]))];
    }
}
