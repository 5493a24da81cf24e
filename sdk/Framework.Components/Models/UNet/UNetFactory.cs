using Microsoft.Extensions.Logging;

namespace Framework.Components.Models;

/// <summary>A UNet that segments images or volumes, with the layout and parameter names of MONAI's BasicUNet.</summary>
/// <remarks>
/// Input: image (channel, y, x) or volume (channel, z, y, x) of any number of channels, sides of at least 32. Output: <c>logits</c>,
/// (case, class, y, x) or (case, class, z, y, x), before any softmax.
/// </remarks>
/// <param name="options">What was asked for.</param>
/// <param name="log">Where it says how weights fitted.</param>
public sealed class UNetFactory(UNetOptions options, ILogger<UNetFactory>? log = null) : IModelFactory
{
    /// <inheritdoc />
    public bool IsPretrained => options.Pretrained is not null;

    /// <inheritdoc />
    /// <exception cref="ExperimentException">A head has a name that parameters cannot have, or the voxels'.</exception>
    public IModel Create(ModelContext context)
    {
        ClassifierOptions.RequireHeads("unet", options.Heads);
        if (options.Heads?.ContainsKey(ModelOutput.LogitsName) == true)
            throw new ExperimentException("'unet' cannot have the head 'logits': it is the voxels'. Give it another name.");
        var plan = new UNetPlan(Space.Of(context.InputShape, "unet"), context.InputShape[0], options.Classes ?? (context.MaskClasses.Count > 0 ? context.MaskClasses.Count : context.Labels.Count))
        {
            Features = options.Features,
            Dropout = options.Dropout,
            Heads = options.Heads ?? new Dictionary<string, int>(),
        };
        var network = new UNet(plan);
        options.Load(network, UNet.Names, context.Pretrained, log);
        return new UNetModel(network);
    }
}
