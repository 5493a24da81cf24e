namespace Framework.Components.Models;

/// <summary>Several views of one thing: an encoder for each, their features joined, one linear layer for each output.</summary>
/// <remarks>
/// Input: images (channel, y, x), the channels of the first view before those of the second; <c>level-views</c> makes such images. Outputs: <c>logits</c>
/// (case, label), or the heads by name. Source: Lu et al. 2018, arXiv:1807.10215.
/// </remarks>
/// <param name="options">What was asked for.</param>
public sealed class MultiViewFactory(MultiViewOptions options) : IModelFactory
{
    /// <inheritdoc />
    public bool IsPretrained => options.Encoder.IsPretrained;

    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        var shape = context.InputShape;
        if (shape.Count != 3 || shape[0] % options.Views != 0)
            throw new ExperimentException($"'multi-view' takes images (channel, y, x) whose channels are {options.Views} views of as many channels each; the transforms leave ({string.Join(", ", shape)}). Let level-views cut the same slices of each, or change 'views'.");
        if (options.Encoder is not IEncoderFactory encoders)
            throw new ExperimentException("'multi-view' needs an 'encoder' that gives one feature vector for an image, and this model gives none. Use resnet, resnext or densenet.");
        if (options.Heads?.Keys.FirstOrDefault(name => !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) is { } wrong)
            throw new ExperimentException($"'multi-view' cannot have the head '{wrong}'. Name it with letters, digits and '_'.");
        var views = Enumerable.Range(0, options.Views).Select(_ => encoders.CreateEncoder([shape[0] / options.Views, shape[1], shape[2]], context.Pretrained)).ToList();
        return new BatchModel(new MultiView(views, options.Heads ?? new Dictionary<string, int> { [ModelOutput.LogitsName] = context.Labels.Count }, options.Dropout));
    }
}
