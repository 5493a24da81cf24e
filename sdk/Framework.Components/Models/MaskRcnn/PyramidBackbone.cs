using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>A ResNet and the feature pyramid on it: an image to five levels of features, finest (a fourth of the image's size) first.</summary>
internal sealed class PyramidBackbone : nn.Module<Tensor, Tensor[]>
{
    private readonly ResNetBody body;
    private readonly FeaturePyramid fpn;

    public PyramidBackbone(ResNetBody body, int width) : base(nameof(PyramidBackbone))
    {
        this.body = body;
        fpn = new FeaturePyramid(body.Channels, width);
        RegisterComponents();
    }

    public override Tensor[] forward(Tensor image)
    {
        var stages = body.call(image);
        var levels = fpn.call(stages);
        foreach (var stage in stages)
            stage.Dispose();
        return levels;
    }
}
