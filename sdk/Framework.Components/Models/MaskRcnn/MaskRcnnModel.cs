using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The network as a trainer sees it: losses in training mode, findings in evaluation mode.</summary>
internal sealed class MaskRcnnModel(MaskRcnnNetwork network) : IModel
{
    private static readonly Dictionary<string, Tensor> NoHeads = [];

    /// <inheritdoc />
    public nn.Module Module => network;

    /// <inheritdoc />
    public ModelOutput Forward(Batch batch) => network.training
        ? new ModelOutput(NoHeads) { Losses = network.Losses(batch.Image, Truths(batch)) }
        : new ModelOutput(NoHeads) { Objects = network.Find(batch.Image) };

    /// <inheritdoc />
    public void Dispose() => network.Dispose();

    private static IReadOnlyList<ImageObjects> Truths(Batch batch)
    {
        var truths = batch.Objects
            ?? throw new ExperimentException("'mask-rcnn' learns from objects with boxes and masks; the data have none. Choose a data source that gives objects, or a classifier.");
        for (var i = 0; i < truths.Count; i++)
            Check(truths[i], batch.Cases[i].Id);
        return truths;
    }

    private static void Check(ImageObjects truth, string id)
    {
        if (truth.Masks is null)
            throw new DataFormatException($"{id}: its objects have boxes but no masks, from which 'mask-rcnn' learns too. Give a mask for each object.");
        using var scope = NewDisposeScope();
        var flat = (Boxes.Size(truth.Boxes) <= 0).any(-1).nonzero();
        if (flat.shape[0] == 0)
            return;
        var corners = truth.Boxes[flat[0, 0]].cpu().data<float>().ToArray().Select(value => value.ToString(CultureInfo.InvariantCulture));
        throw new DataFormatException($"{id}: the box ({string.Join(", ", corners)}) has no area. A box is x1, y1, x2, y2 with x1 < x2 and y1 < y2.");
    }
}
