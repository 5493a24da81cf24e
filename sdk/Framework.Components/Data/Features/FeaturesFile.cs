using Framework.Components.Training.Checkpoints;
using TorchSharp;

namespace Framework.Components.Data.Features;

/// <summary>The feature vectors of a unit's cases as <c>features.safetensors</c>: a tensor (case, feature) for each split, float32, in the order of its table's rows.</summary>
public static class FeaturesFile
{
    /// <summary>What the file is called in a unit's folder.</summary>
    public const string Name = "features.safetensors";

    /// <summary>Writes tables that have features; those without are left out.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tables">The tables by their split's name.</param>
    public static void Write(Stream stream, IReadOnlyList<(string Split, Predictions Table)> tables)
    {
        using var scope = torch.NewDisposeScope();
        SafeTensors.Write(stream, [.. tables.Where(table => table.Table.Features is not null).Select(table => (table.Split, Tensor(table.Table.Features!)))], new Dictionary<string, string>());
    }

    /// <summary>The vectors of one split, in the order of its table's rows; null where there are none.</summary>
    /// <param name="path">A unit's <c>features.safetensors</c>.</param>
    /// <param name="split">The split's name.</param>
    /// <exception cref="DataFormatException">It cannot be read.</exception>
    public static IReadOnlyList<float[]>? Read(string path, string split)
    {
        using var content = SafeTensors.Read(path);
        if (!content.Tensors.TryGetValue(split, out var tensor))
            return null;
        return tensor.shape[0] == 0 ? [] : [.. tensor.data<float>().ToArray().Chunk((int)tensor.shape[1])];
    }

    private static torch.Tensor Tensor(IReadOnlyList<float[]> rows) =>
        torch.tensor(rows.SelectMany(row => row).ToArray(), dtype: torch.ScalarType.Float32).reshape(rows.Count, rows.Count == 0 ? 0 : rows[0].Length);
}
