using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Says of boxes which true object each one is about, by intersection over union.</summary>
/// <param name="Foreground">From here on a box is about the object.</param>
/// <param name="Background">Below this it is about none; in between it is left out of training.</param>
/// <param name="KeepBest">Whether each object also gets the boxes that fit it best, however badly.</param>
internal sealed record Matcher(double Foreground, double Background, bool KeepBest = false)
{
    /// <summary>Stands for a box that is about no object.</summary>
    public const long None = -1;

    /// <summary>Stands for a box that is neither.</summary>
    public const long Unclear = -2;

    /// <summary>Matches the boxes of one image.</summary>
    /// <param name="truths">(object, 4).</param>
    /// <param name="boxes">(box, 4).</param>
    /// <returns>(box), int64: the object's number, <see cref="None"/> or <see cref="Unclear"/>.</returns>
    public Tensor Match(Tensor truths, Tensor boxes)
    {
        if (truths.shape[0] == 0)
            return full([boxes.shape[0]], None, int64, boxes.device);
        using var scope = NewDisposeScope();
        var overlap = Boxes.Overlap(truths, boxes);
        var (quality, best) = overlap.max(0);
        var matches = best.masked_fill(quality < Foreground, Unclear).masked_fill_(quality < Background, None);
        if (KeepBest)
        {
            var (highest, _) = overlap.max(1, keepdim: true);
            var fits = overlap.eq(highest).logical_and(overlap > 0).any(0);
            matches = where(fits, best, matches);
        }
        return matches.MoveToOuterDisposeScope();
    }

    /// <summary>The class that each box is to be given.</summary>
    /// <param name="matches">What <see cref="Match"/> says.</param>
    /// <param name="classes">(object), int64.</param>
    /// <returns>(box), int64: the object's class, 0 for none, -1 for boxes to be left out.</returns>
    public static Tensor ClassesOf(Tensor matches, Tensor classes)
    {
        using var scope = NewDisposeScope();
        var found = classes.shape[0] == 0 ? zeros_like(matches) : classes.index_select(0, matches.clamp(min: 0));
        return found.masked_fill(matches.eq(None), 0).masked_fill_(matches.eq(Unclear), -1).MoveToOuterDisposeScope();
    }
}
