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
        // The image as it is goes with the first of the others: a pass of its own takes as long as several images together.
        PatchPlace?[] all = [null, .. places];
        var scores = new double[all.Length];
        var copies = whole.unsqueeze(0).repeat([Math.Min(options.Batch, all.Length), .. Enumerable.Repeat(1L, (int)image.dim())]);
        for (var done = 0; done < all.Length; done += options.Batch)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var now = all.AsSpan(done, Math.Min(options.Batch, all.Length - done));
            Put(now, copies, patches);
            Score(copies.narrow(0, 0, now.Length), request.Label).CopyTo(scores, done);
            Put(now, copies, whole);
        }

        return (scores[0], scores[1..]);
    }

    private static void Put(ReadOnlySpan<PatchPlace?> places, Tensor copies, Tensor from)
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < places.Length; i++)
            places[i]?.Of(copies[i]).copy_(places[i]!.Of(from));
    }

    private double[] Score(Tensor images, int label)
    {
        using var scope = NewDisposeScope();
        return model.Score(images, label, options.Score).to(ScalarType.Float64).cpu().data<double>().ToArray();
    }
}
