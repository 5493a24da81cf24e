using Framework.Torch.Detection;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>ROI align from the pyramid's level whose resolution suits each box: large boxes from coarse levels (Lin et al. 2017, equation 1).</summary>
/// <param name="size">Side of the square that each box becomes.</param>
internal sealed class PyramidAlign(int size)
{
    private const int Levels = 4;

    // A box of 224 x 224 pixels, ImageNet's, is taken from the level of 2^4 pixels of the image to one; the finest level has 2^2.
    private const double CanonicalSide = 224;
    private const int CanonicalLevel = 4;
    private const int FinestLevel = 2;
    private const double Epsilon = 1e-6;

    /// <summary>Features of each box.</summary>
    /// <param name="pyramid">The levels, finest first; the fifth is not used.</param>
    /// <param name="boxes">(box, 4) for each image.</param>
    /// <returns>(box, channel, y, x) of all images in turn, channels-last.</returns>
    public Tensor Apply(IReadOnlyList<Tensor> pyramid, IReadOnlyList<Tensor> boxes)
    {
        using var scope = NewDisposeScope();
        var numbered = cat([.. boxes.Select((own, image) => cat([full([own.shape[0], 1], image, float32, own.device), own], 1))]);
        var levels = LevelsOf(numbered.narrow(1, 1, 4));
        var members = Enumerable.Range(0, Levels).Select(level => levels.eq(level).nonzero().squeeze(1)).ToList();
        var parts = members.Select((own, level) => From(pyramid[level], level, numbered.index_select(0, own))).ToArray();
        // The rows of a channels-last tensor, put back in the boxes' order.
        return cat(parts).index_select(0, cat(members).argsort()).permute(0, 3, 1, 2).MoveToOuterDisposeScope();
    }

    private static Tensor LevelsOf(Tensor boxes) =>
        ((Boxes.Area(boxes).sqrt() / CanonicalSide).log2() + CanonicalLevel + Epsilon).floor().clamp(FinestLevel, FinestLevel + Levels - 1) - FinestLevel;

    private Tensor From(Tensor features, int level, Tensor boxes)
    {
        var align = new RoiAlign { Height = size, Width = size, Scale = 1.0 / (1 << (FinestLevel + level)), SamplingRatio = 2 };
        return align.Apply(features, boxes).permute(0, 2, 3, 1);
    }
}
