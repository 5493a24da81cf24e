using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>A network from images to feature vectors, with a linear layer on them for each named output.</summary>
/// <remarks>
/// The output <c>logits</c> has the parameter names of the reference implementation's last layer; another one's are
/// <c>heads.NAME.weight</c> and <c>heads.NAME.bias</c>.
/// </remarks>
public abstract class Classifier : nn.Module<Tensor, Tensor>
{
    private readonly List<(string Name, Linear Layer)> _heads = [];

    private protected Classifier(string name) : base(name)
    {
    }

    /// <summary>Length of a feature vector.</summary>
    public int Features { get; private set; }

    /// <summary>Features of each image.</summary>
    /// <param name="image">(image, channel, y, x) or (image, channel, z, y, x).</param>
    /// <returns>(image, feature).</returns>
    public abstract Tensor Encode(Tensor image);

    /// <summary>The outputs by name, (image, output) each.</summary>
    /// <param name="features">(image, feature), as <see cref="Encode"/> gives them.</param>
    public IReadOnlyDictionary<string, Tensor> Outputs(Tensor features) => _heads.ToDictionary(head => head.Name, head => head.Layer.call(features));

    /// <summary>The single output; several side by side in their order, (image, output); the features where there is none.</summary>
    /// <param name="input">(image, channel, y, x) or (image, channel, z, y, x).</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features = Encode(input);
        Tensor[] outputs = [.. _heads.Select(head => head.Layer.call(features))];
        return (outputs.Length switch { 0 => features, 1 => outputs[0], _ => cat(outputs, 1) }).MoveToOuterDisposeScope();
    }

    /// <summary>Makes the last layers.</summary>
    /// <param name="reference">The dotted name of the layer of <c>logits</c>.</param>
    /// <param name="features">Length of a feature vector.</param>
    /// <param name="outputs">The number of outputs of each name; empty for an encoder.</param>
    private protected void AddHeads(string reference, int features, IReadOnlyDictionary<string, int> outputs)
    {
        Features = features;
        var others = new ModuleDict<Linear>();
        foreach (var (name, count) in outputs)
        {
            var layer = nn.Linear(features, count);
            _heads.Add((name, layer));
            if (name == ModelOutput.LogitsName)
                Register(reference.Split('.'), layer);
            else
                others.Add(name, layer);
        }

        if (others.Count > 0)
            register_module("heads", others);
    }

    private void Register(string[] names, nn.Module<Tensor, Tensor> layer)
    {
        for (var level = names.Length - 1; level > 0; level--)
            layer = nn.Sequential((names[level], layer));
        register_module(names[0], layer);
    }
}
