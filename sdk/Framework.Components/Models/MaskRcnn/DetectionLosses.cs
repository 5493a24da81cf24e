using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Losses of boxes, classes and masks.</summary>
internal static class DetectionLosses
{
    // Quadratic below a ninth, as torchvision has it.
    private const double Beta = 1.0 / 9;

    /// <summary>The sum of the smooth L1 loss.</summary>
    public static Tensor SmoothL1(Tensor predicted, Tensor target) =>
        nn.functional.smooth_l1_loss(predicted, target, nn.Reduction.Sum, Beta);

    /// <summary>Cross-entropy of the classes, and the smooth L1 loss of the objects' boxes over the number of all boxes.</summary>
    /// <param name="logits">(box, class).</param>
    /// <param name="deltas">(box, 4 x class).</param>
    /// <param name="sample">The classes and what the deltas should be.</param>
    public static (Tensor Classes, Tensor Boxes) OfBoxes(Tensor logits, Tensor deltas, RoiSample sample)
    {
        using var scope = NewDisposeScope();
        var classes = nn.functional.cross_entropy(logits, sample.Classes);
        var objects = sample.Objects;
        var own = deltas.reshape(deltas.shape[0], -1, 4).index(objects, sample.Classes.index_select(0, objects));
        var boxes = SmoothL1(own, sample.Deltas.index_select(0, objects)) / sample.Classes.shape[0];
        return scope.MoveToOuter(classes, boxes);
    }

    /// <summary>Binary cross-entropy of each object's mask of its own class, by pixel; 0 where there is no object.</summary>
    /// <param name="logits">(object, class, y, x).</param>
    /// <param name="classes">(object), int64.</param>
    /// <param name="targets">(object, y, x), in 0 to 1.</param>
    public static Tensor OfMasks(Tensor logits, Tensor classes, Tensor targets)
    {
        if (targets.shape[0] == 0)
            return logits.sum() * 0;
        using var scope = NewDisposeScope();
        var own = logits.index(arange(classes.shape[0], device: classes.device), classes);
        return nn.functional.binary_cross_entropy_with_logits(own, targets).MoveToOuterDisposeScope();
    }
}
