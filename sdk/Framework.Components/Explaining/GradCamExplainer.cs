using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Explaining;

/// <summary>
/// The channels of a layer, each weighed by the mean of its gradient over all places, added up and brought to the image's size (Selvaraju et al. 2017,
/// arXiv:1610.02391).
/// </summary>
/// <remarks>The layer's grid is stretched over the image's field; between its places values are interpolated linearly.</remarks>
public sealed class GradCamExplainer(GradCamOptions options) : IExplainer
{
    /// <inheritdoc />
    public Tensor Explain(IExplainable model, Tensor image, ExplainRequest request)
    {
        using var scope = NewDisposeScope();
        using var gradients = enable_grad();
        Tensor? output = null;
        var hook = LayerOf(model.Network).register_forward_hook((_, _, given) =>
        {
            // What follows may work in place, so it gets a copy; what lies before needs no gradient.
            output = given.detach().requires_grad_(true).DetachFromDisposeScope();
            return output.clone();
        });
        try
        {
            var score = model.Score(image.to(model.Device).unsqueeze(0), request.Label, options.Score).sum();
            var places = Check(output, image.dim());
            var gradient = autograd.grad([score], [places])[0];
            return Map(places.detach(), gradient.detach(), image.shape[1..]).MoveToOuterDisposeScope();
        }
        finally
        {
            hook.remove();
            output?.Dispose();
        }
    }

    private nn.Module<Tensor, Tensor> LayerOf(nn.Module network)
    {
        var layers = network.named_modules().ToList();
        var found = layers.FirstOrDefault(each => each.name == options.Layer).module;
        if (found is nn.Module<Tensor, Tensor> layer)
            return layer;
        var known = string.Join(", ", layers.Where(each => each.name.Length > 0 && !each.name.Contains('.')).Select(each => $"'{each.name}'"));
        throw new ExperimentException(found is null
            ? $"'grad-cam' knows no layer '{options.Layer}' of this network. It has {known} and what is in them, such as 'features.norm5' of a DenseNet."
            : $"'grad-cam' cannot use the layer '{options.Layer}': it does not go from one tensor to one. Name a layer in it or around it.");
    }

    private Tensor Check(Tensor? output, long dimensions)
    {
        if (output is null)
            throw new ExperimentException($"'grad-cam': the layer '{options.Layer}' takes no part in this network's forward pass. Name another one.");
        if (output.dim() != dimensions + 1)
            throw new ExperimentException($"'grad-cam': the layer '{options.Layer}' gives ({string.Join(", ", output.shape)}), which has no places. Name a layer before the pooling.");
        return output;
    }

    private Tensor Map(Tensor places, Tensor gradient, long[] size)
    {
        long[] axes = [.. Enumerable.Range(2, size.Length).Select(axis => (long)axis)];
        var weights = gradient.to(ScalarType.Float32).mean(axes, keepdim: true);
        var sum = (weights * places.to(ScalarType.Float32)).sum(1, keepdim: true);
        var mode = size.Length == 2 ? InterpolationMode.Bilinear : InterpolationMode.Trilinear;
        var map = nn.functional.interpolate(options.Negative ? sum : sum.relu(), size, mode: mode, align_corners: false);
        return map[0, 0].cpu();
    }
}
