using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Explaining;

/// <summary>Covers the image patch by patch and sees how far the score falls (Zeiler and Fergus 2014, arXiv:1311.2901).</summary>
/// <remarks>
/// A voxel's value is the mean fall over the patches that covered it: score of the image minus score of the covered image. Many covered images go
/// through the network together. A patch that already shows what would cover it is not tried: its fall is exactly 0.
/// </remarks>
public sealed class OcclusionExplainer(OcclusionOptions options) : IExplainer
{
    /// <inheritdoc />
    public Tensor Explain(IExplainable model, Tensor image, ExplainRequest request)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var size = image.shape[1..];
        var sum = zeros(size, ScalarType.Float64);
        var count = zeros(size, ScalarType.Float64);
        foreach (var (place, fall) in Falls(model, image, request))
        {
            using var inner = NewDisposeScope();
            place.Of(sum).add_(fall);
            place.Of(count).add_(1);
        }

        return (sum / count).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public void Check(IExplainable model, Tensor image, ExplainRequest request)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        _ = PatchGrid.Over(image.shape.AsSpan(1), options);
        _ = model.Score(image.to(model.Device).unsqueeze(0), request.Label, options.Score);
    }

    /// <summary>How far the score falls for each place of the patch.</summary>
    internal IReadOnlyList<(PatchPlace Place, double Fall)> Falls(IExplainable model, Tensor image, ExplainRequest request)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var places = PatchGrid.Over(image.shape.AsSpan(1), options).Places;
        var cover = OcclusionCover.Of(image, options.Fill, request.Random);
        int[] visible = [.. Enumerable.Range(0, places.Count).Where(at => !IsCovered(places[at], image, cover))];
        var (whole, covered) = new CoveredImages(model, image, cover, options).Scores([.. visible.Select(at => places[at])], request);
        var falls = new double[places.Count];
        for (var i = 0; i < visible.Length; i++)
            falls[visible[i]] = whole - covered[i];
        return [.. places.Zip(falls)];
    }

    private static bool IsCovered(PatchPlace place, Tensor image, Tensor cover)
    {
        using var scope = NewDisposeScope();
        return place.Of(image).eq(place.Of(cover)).all().item<bool>();
    }
}
