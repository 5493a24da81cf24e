using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The boxes of all images that the heads learn from in one step.</summary>
/// <param name="Boxes">(box, 4) of each image.</param>
/// <param name="Truths">(box), int64, of each image: the object that the box is about; means nothing where the class is 0.</param>
/// <param name="Classes">(box) of all images in turn, int64; 0 for no object.</param>
/// <param name="Deltas">(box, 4) of all images in turn: what turns the box into the object's.</param>
internal sealed record RoiSample(IReadOnlyList<Tensor> Boxes, IReadOnlyList<Tensor> Truths, Tensor Classes, Tensor Deltas)
{
    /// <summary>Numbers of the boxes with an object, among all.</summary>
    public Tensor Objects => (Classes > 0).nonzero().squeeze(1);
}
