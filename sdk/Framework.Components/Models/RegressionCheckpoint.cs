using Framework.Components.Training.Checkpoints;
using TorchSharp;

namespace Framework.Components.Models;

/// <summary>The coefficients of a unit's regressions: <c>coefficients</c> (label, feature) and <c>intercepts</c> (label), float64.</summary>
internal static class RegressionCheckpoint
{
    public const string FileName = "checkpoint.safetensors";
    private const string Coefficients = "coefficients";
    private const string Intercepts = "intercepts";

    /// <summary>The coefficients that predict, without whatever fitting depends on.</summary>
    public const string ModelName = "model.safetensors";

    public static void Save(TrainingContext context, IReadOnlyList<LogisticRegression> fitted, string identity) =>
        Save(context.Checkpoints, FileName, fitted, new() { ["identity"] = identity, ["labels"] = string.Join(", ", context.Labels) });

    public static void SaveModel(ICheckpointStore files, IReadOnlyList<LogisticRegression> fitted) => Save(files, ModelName, fitted, []);

    private static void Save(ICheckpointStore files, string name, IReadOnlyList<LogisticRegression> fitted, Dictionary<string, string> metadata)
    {
        using var scope = torch.NewDisposeScope();
        var features = fitted[0].Features;
        (string, torch.Tensor)[] tensors =
        [
            (Coefficients, torch.tensor(fitted.SelectMany(item => item.Coefficients[0]).ToArray()).reshape(fitted.Count, features)),
            (Intercepts, torch.tensor(fitted.Select(item => item.Intercepts[0]).ToArray())),
        ];
        files.Save(name, stream => SafeTensors.Write(stream, tensors, metadata));
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
        return Read(content);
    }

    /// <summary>What <see cref="SaveModel"/> wrote.</summary>
    /// <exception cref="DataFormatException">It is not there or damaged.</exception>
    public static IReadOnlyList<LogisticRegression> LoadModel(TrainingContext context)
    {
        using var stream = context.Checkpoints.Open(ModelName)
            ?? throw new DataFormatException($"{context.Unit}: there is no {ModelName}, which holds the coefficients that predict. It was fitted by an older version, or the file was removed: run the experiment again with --new.");
        using var content = SafeTensors.Read(stream, ModelName);
        return content.Tensors.ContainsKey(Intercepts) && content.Tensors.TryGetValue(Coefficients, out var rows) && rows.shape is [var labels, _] && labels == context.Labels.Count
            ? Read(content)
            : throw new DataFormatException($"{ModelName}: it holds no regression of {context.Labels.Count} labels. Restore the file from a copy.");
    }

    private static IReadOnlyList<LogisticRegression> Read(SafeTensorsContent content)
    {
        var intercepts = content.Tensors[Intercepts].data<double>().ToArray();
        var rows = content.Tensors[Coefficients].data<double>().ToArray().Chunk((int)content.Tensors[Coefficients].shape[1]);
        return [.. rows.Zip(intercepts, (row, intercept) => new LogisticRegression([row], [intercept]))];
    }
}
