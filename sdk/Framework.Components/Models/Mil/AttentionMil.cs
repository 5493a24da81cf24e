using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Bags of images to logits: encode every image, pool its features over the bag, classify the result.</summary>
/// <remarks>
/// Parameters: <c>encoder.*</c> under the encoder's own names, <c>attention.V</c>, <c>attention.U</c> (gated), <c>attention.w</c>,
/// <c>classifier</c>. A bag without instances has the features 0, and so the classifier's biases for logits.
/// </remarks>
internal sealed class AttentionMil : nn.Module<Batch, ModelOutput>
{
    /// <summary>The name of the attention among the outputs.</summary>
    public const string AttentionName = "attention";

    private const float Never = -1e30f;

    private readonly BagAttention? attention;
    private readonly Dropout? dropout;
    private readonly Linear classifier;
    private readonly InstanceEncoder _instances;
    private readonly BagPooling _pooling;

    public AttentionMil(InstanceEncoder instances, AttentionMilOptions options, int outputs) : base(nameof(AttentionMil))
    {
        (_instances, _pooling) = (instances, options.Pooling);
        if (_pooling is BagPooling.GatedAttention or BagPooling.Attention)
            attention = new BagAttention(instances.Features, options.AttentionSize, isGated: _pooling == BagPooling.GatedAttention);
        dropout = options.Dropout > 0 ? nn.Dropout(options.Dropout) : null;
        classifier = nn.Linear(instances.Features, outputs);
        if (instances.Module is { } encoder)
            register_module("encoder", encoder);
        RegisterComponents();
    }

    public override ModelOutput forward(Batch batch)
    {
        using var scope = NewDisposeScope();
        var mask = InstanceEncoder.Mask(batch);
        var features = _instances.Encode(batch, mask);
        var weights = attention?.call(features, mask);
        var bag = weights is not null ? weights.unsqueeze(1).matmul(features).squeeze(1)
            : _pooling == BagPooling.Mean ? Mean(features, mask) : Max(features, mask);
        var logits = classifier.call(dropout?.call(bag) ?? bag);
        var heads = new Dictionary<string, Tensor> { [ModelOutput.LogitsName] = logits.MoveToOuterDisposeScope() };
        if (weights is not null)
            heads.Add(AttentionName, weights.MoveToOuterDisposeScope());
        return new ModelOutput(heads) { Features = bag.MoveToOuterDisposeScope() };
    }

    // Padding is 0 already and adds nothing to the sum.
    private static Tensor Mean(Tensor features, Tensor? mask) => mask is null
        ? features.mean([1])
        : features.sum(1) / mask.sum(1, keepdim: true).clamp_min(1);

    private static Tensor Max(Tensor features, Tensor? mask)
    {
        if (mask is null)
            return features.amax(1);
        var largest = features.masked_fill(mask.logical_not().unsqueeze(-1), Never).amax(1);
        return largest.masked_fill(mask.any(1, keepdim: true).logical_not(), 0);
    }
}
