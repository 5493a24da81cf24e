namespace Framework.Components.Transforms;

/// <summary>Gives the image its channels several times over, so that a network for colour pictures takes a grey one as it was trained.</summary>
/// <remarks>Input: (channel, y, x) or (channel, z, y, x). Output: (times x channel, ...), the channels in their order, again and again. Masks and other images stay.</remarks>
/// <param name="options">How many times.</param>
public sealed class RepeatChannelsTransform(RepeatChannelsOptions options) : ITransform
{
    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = sample.Image;
        var repeated = context.Workspace.Allocate([image.Channels * options.Times, .. image.Shape[1..]], like: image);
        for (var time = 0; time < options.Times; time++)
            image.Pixels.CopyTo(repeated.Pixels[(time * image.Length)..]);
        return sample.With(repeated);
    }
}
