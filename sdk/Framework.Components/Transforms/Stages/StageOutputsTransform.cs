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
        var said = EarlierFindings.Said(sample, options.From, "stage-outputs");
        return said.Any(output => double.IsNaN(output.Case.Position)) ? [.. said] : [.. said.OrderBy(output => output.Case.Position)];
    }
}
