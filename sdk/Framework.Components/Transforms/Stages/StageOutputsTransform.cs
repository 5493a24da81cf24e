namespace Framework.Components.Transforms.Stages;

/// <summary>Puts what an earlier stage said of a case in the image's place, a probability for each of its labels: for a model over outputs instead of over pixels.</summary>
/// <remarks>
/// Output: (label, 1, 1), and where the earlier stage has several smaller cases of this one (label, case, 1, 1) in the order in which they lie, or in
/// which their source has them where it knows no positions. With <c>bag</c> or <c>series</c> such images become (label, instance), as
/// <c>attention-mil</c> and <c>sequence</c> take them without an encoder.
/// </remarks>
/// <param name="options">Which stage.</param>
public sealed class StageOutputsTransform(StageOutputsOptions options) : ITransform
{
    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var said = Said(sample);
        var labels = said[0].Outputs.Count;
        var image = context.Workspace.Allocate(said.Count == 1 ? [labels, 1, 1] : [labels, said.Count, 1, 1]);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = (float)said[i % said.Count].Outputs[i / said.Count];
        return sample.With(image);
    }

    private List<StageOutput> Said(Sample sample)
    {
        if (!sample.Earlier.TryGetValue(options.From, out var said) || said.Count == 0)
            throw new DataFormatException($"stage-outputs finds nothing that the stage '{options.From}' said of the case. Name it in the stage's 'reads'"
                + (sample.Earlier.Count == 0 ? "." : $", or take one of {string.Join(", ", sample.Earlier.Keys.Select(name => $"'{name}'"))}."));
        return said.Any(output => double.IsNaN(output.Case.Position)) ? [.. said] : [.. said.OrderBy(output => output.Case.Position)];
    }
}
