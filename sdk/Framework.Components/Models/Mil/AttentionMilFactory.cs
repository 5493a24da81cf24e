namespace Framework.Components.Models;

/// <summary>Attention-based multiple-instance learning: one label for a bag of images, and how much each image counted.</summary>
/// <remarks>
/// Input: bags of images (channel, instance, y, x) or volumes (channel, instance, z, y, x), or of feature vectors (feature, instance). Bags of
/// different sizes lie in one batch with the number of real instances of each; padding is neither encoded nor counted. Outputs: <c>logits</c>
/// (case, label), and with an attention <c>attention</c> (case, instance), which sums to 1 over the bag and is 0 for padding. A bag without
/// instances gives the last layer's biases. Source: Ilse et al. 2018, arXiv:1802.04712.
/// </remarks>
/// <param name="options">What was asked for.</param>
public sealed class AttentionMilFactory(AttentionMilOptions options) : IModelFactory
{
    /// <inheritdoc />
    public bool IsPretrained => options.Encoder is { IsPretrained: true };

    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        var instances = InstanceEncoder.Create("attention-mil", context, options.Encoder, options.Chunk);
        return new BatchModel(new AttentionMil(instances, options, context.Labels.Count));
    }
}
