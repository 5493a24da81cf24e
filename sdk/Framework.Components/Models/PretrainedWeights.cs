using Framework.Components.Training.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Starts a network from a file of weights.</summary>
public static class PretrainedWeights
{
    /// <summary>Copies every tensor of a safetensors file into the parameter or buffer of the same name.</summary>
    /// <param name="network">Its names and shapes must be the file's.</param>
    /// <param name="file">A safetensors file.</param>
    /// <param name="head">
    /// What the names of the last layer start with. Where its shape differs from the file's (another number of labels), it keeps its
    /// initial weights.
    /// </param>
    /// <remarks>Batch counters (<c>num_batches_tracked</c>) may be missing, as they are in files from other tools.</remarks>
    /// <exception cref="DataFormatException">The file is no safetensors file, or has other names or shapes.</exception>
    public static void Load(nn.Module network, string file, string head)
    {
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        using var content = SafeTensors.Read(file);
        var weights = content.Tensors;
        var own = network.state_dict();
        var keepsHead = own.Any(each => IsHead(each.Key) && weights.TryGetValue(each.Key, out var other) && !SameShape(each.Value, other));
        var expected = own.Where(each => !(keepsHead && IsHead(each.Key))).ToList();
        RequireSame(file, expected, weights.Where(each => !(keepsHead && IsHead(each.Key))).ToDictionary());
        foreach (var (name, tensor) in expected)
            if (weights.TryGetValue(name, out var value))
                tensor.copy_(value);

        bool IsHead(string name) => name.StartsWith(head, StringComparison.Ordinal);
    }

    private static void RequireSame(string file, List<KeyValuePair<string, Tensor>> expected, Dictionary<string, Tensor> weights)
    {
        foreach (var (name, tensor) in expected)
        {
            if (weights.TryGetValue(name, out var value) ? SameShape(tensor, value) : name.EndsWith("num_batches_tracked", StringComparison.Ordinal))
                continue;
            throw new DataFormatException(value is null
                ? $"{file}: '{name}' is missing. Give the weights of the same architecture and depth."
                : $"{file}: '{name}' has shape {Shape(value)}; this network has {Shape(tensor)}. Give the weights of the same architecture, depth, width and input channels.");
        }
        var names = expected.Select(each => each.Key).ToHashSet();
        if (weights.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new DataFormatException(
                $"{file}: '{unknown}' is no tensor of this network. Give the weights of the same architecture and depth.");
    }

    private static bool SameShape(Tensor left, Tensor right) => left.shape.SequenceEqual(right.shape);

    private static string Shape(Tensor tensor) => $"({string.Join(", ", tensor.shape)})";
}
