namespace Framework.Components.Models;

/// <summary>An encoder for each slice, and a recurrent network over the slices of a series in both directions: logits for every slice.</summary>
/// <remarks>
/// Input: series (channel, z, y, x) whose z is the order, or feature vectors (feature, slice). Series of different lengths lie in one batch with
/// the number of real slices of each: a series gives what it would give alone. Output: <c>logits</c>, (case, slice, label); those of padding
/// mean nothing, and their labels are NaN.
/// </remarks>
/// <param name="options">What was asked for.</param>
public sealed class SequenceFactory(SequenceOptions options) : IModelFactory
{
    /// <inheritdoc />
    public bool IsPretrained => options.Encoder is { IsPretrained: true };

    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        var slices = InstanceEncoder.Create("sequence", context, options.Encoder, options.Chunk);
        return new BatchModel(new SequenceNetwork(slices, options, context.Labels.Count));
    }
}
