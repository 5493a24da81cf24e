using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Parameters and buffers of a module by name.</summary>
internal static class Weights
{
    /// <summary>The module's own tensors.</summary>
    public static IEnumerable<(string Name, torch.Tensor Tensor)> Of(torch.nn.Module module) =>
        module.state_dict().Select(pair => (pair.Key, pair.Value));

    /// <summary>Copies on the CPU, owned by the caller.</summary>
    public static Dictionary<string, torch.Tensor> Copy(torch.nn.Module module)
    {
        using var scope = torch.NewDisposeScope();
        return Of(module).ToDictionary(item => item.Name, item => item.Tensor.detach().cpu().clone().DetachFromDisposeScope());
    }

    /// <summary>Sets every parameter and buffer; the tensors keep their place and layout.</summary>
    /// <exception cref="DataFormatException">A tensor is missing or has another shape.</exception>
    public static void Load(torch.nn.Module module, IReadOnlyDictionary<string, torch.Tensor> from, string file, string prefix = "") =>
        Load(Of(module), from, file, prefix);

    /// <summary>Sets every tensor; they keep their place and layout.</summary>
    /// <exception cref="DataFormatException">A tensor is missing or has another shape.</exception>
    public static void Load(
        IEnumerable<(string Name, torch.Tensor Tensor)> into, IReadOnlyDictionary<string, torch.Tensor> from, string file, string prefix = "")
    {
        using var noGradient = torch.no_grad();
        foreach (var (name, tensor) in into)
        {
            if (!from.TryGetValue(prefix + name, out var source))
                throw new DataFormatException($"{file}: there is no '{name}' in it, and the model has one. The model has changed since: start over in a new run folder.");
            if (!source.shape.SequenceEqual(tensor.shape))
                throw new DataFormatException($"{file}: '{name}' has shape {Describe(source)}, and the model's has {Describe(tensor)}. The model has changed since: start over in a new run folder.");
            using var scope = torch.NewDisposeScope();
            tensor.copy_(source);
        }
    }

    private static string Describe(torch.Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
