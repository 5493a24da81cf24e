using static TorchSharp.torch;

namespace Framework.Components.Explaining;

/// <summary>Copies of an image with a patch covered in each, scored a batch at a time.</summary>
/// <remarks>The copies are made once: between two batches only the patches go back.</remarks>
internal sealed class CoveredImages(IExplainable model, Tensor image, Tensor cover, OcclusionOptions options)
{
    /// <summary>The scores of the image as it is, and with each place covered.</summary>
    public (double Whole, double[] Covered) Scores(IReadOnlyList<PatchPlace> places, ExplainRequest request)
    {
        using var scope = NewDisposeScope();
        var whole = image.to(model.Device);
        var patches = cover.to(model.Device);
        var scores = new double[places.Count];
        var score = Score(whole.unsqueeze(0), request.Label)[0];
        if (places.Count == 0)
            return (score, scores);
        var copies = whole.unsqueeze(0).repeat([Math.Min(options.Batch, places.Count), .. Enumerable.Repeat(1L, (int)image.dim())]);
        for (var done = 0; done < places.Count; done += options.Batch)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var now = places.Skip(done).Take(options.Batch).ToList();
            Put(now, copies, patches);
            Score(copies.narrow(0, 0, now.Count), request.Label).CopyTo(scores, done);
            Put(now, copies, whole);
        }

        return (score, scores);
    }

    private static void Put(List<PatchPlace> places, Tensor copies, Tensor from)
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < places.Count; i++)
            places[i].Of(copies[i]).copy_(places[i].Of(from));
    }

    private double[] Score(Tensor images, int label)
    {
        using var scope = NewDisposeScope();
        return model.Score(images, label, options.Score).to(ScalarType.Float64).cpu().data<double>().ToArray();
    }
}
