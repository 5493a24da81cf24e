using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Draws some of an image's boxes to learn from, at most a fraction of them with an object; by libtorch's generator, which the trainer seeds.</summary>
/// <param name="Count">How many at most.</param>
/// <param name="PositiveFraction">How many of them at most are about an object, in 0 to 1.</param>
/// <param name="HardNegatives">How many of those about no object are the first ones, in 0 to 1; the others are drawn.</param>
internal sealed record BalancedSampler(int Count, double PositiveFraction, double HardNegatives = 0)
{
    /// <summary>Draws.</summary>
    /// <param name="classes">(box), int64: 1 and up for objects, 0 for none, less for boxes to be left out.</param>
    /// <returns>Numbers of boxes with an object, and without.</returns>
    public (Tensor Positive, Tensor Negative) Draw(Tensor classes)
    {
        using var scope = NewDisposeScope();
        var positive = (classes >= 1).nonzero().squeeze(1);
        var negative = classes.eq(0).nonzero().squeeze(1);
        var positives = Math.Min(positive.shape[0], (int)(Count * PositiveFraction));
        var negatives = Math.Min(negative.shape[0], Count - positives);
        var hard = (long)(negatives * HardNegatives);
        var chosen = Some(positive, positives); // drawn first, as torchvision does
        var drawn = Some(negative.narrow(0, hard, negative.shape[0] - hard), negatives - hard);
        return scope.MoveToOuter(chosen, hard == 0 ? drawn : cat([negative.narrow(0, 0, hard), drawn]));
    }

    private static Tensor Some(Tensor all, long count)
    {
        using var scope = NewDisposeScope();
        return all.index_select(0, randperm(all.shape[0], device: all.device).narrow(0, 0, count)).MoveToOuterDisposeScope();
    }
}
