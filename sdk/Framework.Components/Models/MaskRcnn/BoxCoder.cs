using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Boxes as what a network predicts: the shift of a proposal's centre in its sizes, and the logarithm of how much larger the box is.</summary>
/// <param name="CentreWeight">What the shift is multiplied by, so that its loss counts.</param>
/// <param name="SizeWeight">What the logarithm is multiplied by.</param>
/// <remarks>Girshick et al. 2014, arXiv:1311.2524, appendix C, with the weights of torchvision.</remarks>
internal sealed record BoxCoder(double CentreWeight, double SizeWeight)
{
    // A box becomes at most this many times larger, so that an untrained network's numbers stay finite.
    private static readonly double LargestLogarithm = Math.Log(1000.0 / 16);

    /// <summary>What turns the proposals into the boxes.</summary>
    /// <param name="boxes">(box, 4).</param>
    /// <param name="proposals">(box, 4).</param>
    /// <returns>(box, 4): dx, dy, log width, log height.</returns>
    public Tensor Encode(Tensor boxes, Tensor proposals)
    {
        using var scope = NewDisposeScope();
        var (size, proposed) = (Boxes.Size(boxes), Boxes.Size(proposals));
        var shift = CentreWeight * (Centre(boxes, size) - Centre(proposals, proposed)) / proposed;
        return cat([shift, SizeWeight * (size / proposed).log()], 1).MoveToOuterDisposeScope();
    }

    /// <summary>The boxes that the predictions make of the proposals.</summary>
    /// <param name="deltas">(box, 4 x class), or (..., 4).</param>
    /// <param name="proposals">(box, 4), or (..., 4).</param>
    /// <returns>(box, class, 4), or (..., 4).</returns>
    public Tensor Decode(Tensor deltas, Tensor proposals)
    {
        using var scope = NewDisposeScope();
        if (deltas.shape[^1] != 4)
            (deltas, proposals) = (deltas.reshape(deltas.shape[0], -1, 4), proposals.unsqueeze(1));
        var proposed = Boxes.Size(proposals);
        var centre = Boxes.First(deltas) / CentreWeight * proposed + Centre(proposals, proposed);
        var half = (Boxes.Last(deltas) / SizeWeight).clamp_(max: LargestLogarithm).exp_() * proposed * 0.5;
        return cat([centre - half, centre + half], -1).MoveToOuterDisposeScope();
    }

    private static Tensor Centre(Tensor boxes, Tensor size) => Boxes.First(boxes) + 0.5 * size;
}
