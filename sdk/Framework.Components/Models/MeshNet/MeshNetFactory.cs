using Microsoft.Extensions.Logging;

namespace Framework.Components.Models;

/// <summary>A MeshNet that segments volumes: few parameters, whole heads in one pass.</summary>
/// <remarks>Input: volume (channel, z, y, x) of any size and number of channels. Output: <c>logits</c>, (case, class, z, y, x), before any softmax.</remarks>
/// <param name="options">What was asked for.</param>
/// <param name="log">Where it says how weights fitted.</param>
public sealed class MeshNetFactory(MeshNetOptions options, ILogger<MeshNetFactory>? log = null) : IModelFactory
{
    /// <inheritdoc />
    public bool IsPretrained => options.Pretrained is not null;

    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        if (Space.Of(context.InputShape, "meshnet").Axes != 3)
            throw new ExperimentException(
                $"'meshnet' takes volumes (channel, z, y, x); the transforms leave images, ({string.Join(", ", context.InputShape)}). Use 'unet' for images.");
        var network = new MeshNet(context.InputShape[0], options.Classes ?? (context.MaskClasses.Count > 0 ? context.MaskClasses.Count : context.Labels.Count), options.Channels, options.Dilations);
        options.Load(network, MeshNet.Names(options.Dilations.Count), context.Pretrained, log);
        return new ImageModel(network);
    }
}
