using Framework.Torch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Detection;

/// <summary>Of boxes that overlap, keeps the one with the highest score; as <c>torchvision.ops.nms</c> and <c>batched_nms</c>.</summary>
/// <remarks>On any device; the greedy pass itself is on the CPU. Of equal scores the earlier box comes first.</remarks>
public static class NonMaximumSuppression
{
    private static readonly NativeOperator Nms = new("framework::nms");
    private static readonly NativeOperator NmsComposed = new("framework::nms_composed");
    private static readonly NativeOperator BatchedNms = new("framework::batched_nms");

    /// <summary>Numbers of the boxes that stay, those with the highest scores first.</summary>
    /// <param name="boxes">(box, 4): x1, y1, x2, y2.</param>
    /// <param name="scores">(box).</param>
    /// <param name="threshold">A box goes where its intersection over union with a better one is above this, in 0 to 1.</param>
    /// <returns>(box), int64.</returns>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public static Tensor Keep(Tensor boxes, Tensor scores, double threshold) => Nms.Call(boxes, scores, threshold);

    /// <summary>The same for each class by itself; boxes of different classes do not compete.</summary>
    /// <param name="boxes">(box, 4): x1, y1, x2, y2.</param>
    /// <param name="scores">(box).</param>
    /// <param name="classes">(box), whole numbers from 0.</param>
    /// <param name="threshold">A box goes where its intersection over union with a better one of its class is above this, in 0 to 1.</param>
    /// <returns>(box), int64: of all classes together, those with the highest scores first.</returns>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public static Tensor KeepByClass(Tensor boxes, Tensor scores, Tensor classes, double threshold) => BatchedNms.Call(boxes, scores, classes, threshold);

    /// <summary>What devices without a kernel do: all pairs, by tensor operators.</summary>
    internal static Tensor KeepComposed(Tensor boxes, Tensor scores, double threshold) => NmsComposed.Call(boxes, scores, threshold);
}
