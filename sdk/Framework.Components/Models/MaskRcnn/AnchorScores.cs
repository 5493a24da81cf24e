using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The anchors of an image size and what the proposal head says of them, levels in a row.</summary>
/// <param name="Anchors">(anchor, 4): the same for every image.</param>
/// <param name="Objectness">(image, anchor), logits.</param>
/// <param name="Deltas">(image, anchor, 4).</param>
/// <param name="PerLevel">Number of anchors of each level.</param>
internal sealed record AnchorScores(Tensor Anchors, Tensor Objectness, Tensor Deltas, IReadOnlyList<long> PerLevel)
{
    /// <summary>Joins the levels. Logits and deltas become float32: pixels need more than the 8 bits of bfloat16.</summary>
    public static AnchorScores Of(IReadOnlyList<Tensor> anchors, IReadOnlyList<(Tensor Objectness, Tensor Deltas)> levels)
    {
        using var scope = NewDisposeScope();
        var objectness = cat([.. levels.Select(level => PixelsFirst(level.Objectness).flatten(1))], 1);
        var deltas = cat([.. levels.Select(level => PixelsFirst(level.Deltas).reshape(level.Deltas.shape[0], -1, 4))], 1);
        var all = cat([.. anchors]);
        scope.MoveToOuter(all, objectness, deltas);
        return new(all, objectness, deltas, [.. anchors.Select(level => level.shape[0])]);
    }

    private static Tensor PixelsFirst(Tensor level) => level.to(float32).permute(0, 2, 3, 1);
}
