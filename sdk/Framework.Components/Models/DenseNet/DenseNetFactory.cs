using Microsoft.Extensions.Logging;

namespace Framework.Components.Models;

/// <summary>A DenseNet for images (torchvision's parameter names) or volumes (MONAI's).</summary>
/// <remarks>
/// Input: image (channel, y, x) or volume (channel, z, y, x) of any number of channels, sides of at least 32. Output: logits (case, label),
/// or the heads by name.
/// </remarks>
/// <param name="options">What was asked for.</param>
/// <param name="log">Where it says how weights fitted.</param>
public sealed class DenseNetFactory(DenseNetOptions options, ILogger<DenseNetFactory>? log = null) : ClassifierFactory("densenet", options, log)
{
    private protected override Classifier Network(Space space, int channels, IReadOnlyDictionary<string, int> outputs) =>
        new DenseNet(Plan(space, channels), outputs);

    private protected override NetworkNames Names(Space space) => DenseNet.Names(Plan(space, 1));

    private DenseNetPlan Plan(Space space, int channels) => new(options.Depth, space, channels) { Growth = options.Growth };
}
