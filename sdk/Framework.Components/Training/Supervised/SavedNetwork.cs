using System.Globalization;
using Framework.Components.Training.Checkpoints;

namespace Framework.Components.Training.Supervised;

/// <summary>The weights that predict, by themselves: <c>model.safetensors</c>, with the shape of the images in its header.</summary>
internal static class SavedNetwork
{
    public const string FileName = "model.safetensors";
    private const string ShapeKey = "input_shape";
    private const string InstanceKey = "instance_depth";

    public static void Save(ICheckpointStore files, Network network)
    {
        var metadata = new Dictionary<string, string> { [ShapeKey] = string.Join(',', network.Loader.Shape) };
        if (network.Loader.InstanceDepth is { } depth)
            metadata.Add(InstanceKey, depth.ToString(CultureInfo.InvariantCulture));
        files.Save(FileName, stream => SafeTensors.Write(stream, [.. Weights.Of(network.Model.Module)], metadata));
    }

    /// <summary>The network with its weights, as it was when it was saved.</summary>
    /// <exception cref="DataFormatException">The file is not there, damaged or of another network.</exception>
    public static Network Load(TrainingContext context, SupervisedOptions options)
    {
        using var stream = context.Checkpoints.Open(FileName)
            ?? throw new DataFormatException($"{context.Unit}: there is no {FileName}, which holds the weights that predict. It was fitted by an older version, or the file was removed: run the experiment again with --new.");
        using var content = SafeTensors.Read(stream, FileName);
        var network = Network.Create(context, options, Network.LoaderOf(context, options, ShapeOf(content), InstanceDepthOf(content)), isPretrained: false);
        try
        {
            Weights.Load(network.Model.Module, content.Tensors, FileName);
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Gives a network the weights that another one predicts with.</summary>
    /// <param name="network">Of the same kind; its images may have another size where the network takes any.</param>
    /// <param name="files">What the other one saved.</param>
    /// <param name="unit">Who goes on, for messages.</param>
    /// <exception cref="DataFormatException">The file is not there, damaged or of another network.</exception>
    public static void LoadInto(Network network, ICheckpointStore files, string unit)
    {
        using var stream = files.Open(FileName)
            ?? throw new DataFormatException($"{unit}: there is no {FileName} of the unit that it goes on from. The file was removed: run the experiment again with --new.");
        using var content = SafeTensors.Read(stream, FileName);
        Weights.Load(network.Model.Module, content.Tensors, FileName);
    }

    private static int? InstanceDepthOf(SafeTensorsContent content) =>
        int.TryParse(content.Metadata.GetValueOrDefault(InstanceKey), NumberStyles.None, CultureInfo.InvariantCulture, out var depth) && depth > 0 ? depth : null;

    private static int[] ShapeOf(SafeTensorsContent content)
    {
        var sizes = content.Metadata.GetValueOrDefault(ShapeKey, "").Split(',');
        return Array.TrueForAll(sizes, size => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? Array.ConvertAll(sizes, size => int.Parse(size, CultureInfo.InvariantCulture))
            : throw new DataFormatException($"{FileName}: its header has no '{ShapeKey}'. Restore the file from a copy.");
    }
}
