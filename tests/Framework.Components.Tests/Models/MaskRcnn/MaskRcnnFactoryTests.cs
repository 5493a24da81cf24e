using Framework.Components.Models;
using Framework.Components.Models.MaskRcnn;
using Framework.Components.Models.Weights;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.MaskRcnn;

public sealed class MaskRcnnFactoryTests : IDisposable
{
    private static readonly MaskRcnnOptions Tiny = new() { Depth = 18, Width = 4 };
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(18)]
    [InlineData(101)]
    public void Create_ForLabelsAndChannels_HasTheBackgroundAndTheChannels(int depth)
    {
        using var model = Create(Tiny with { Depth = depth, AnchorSizes = [[4, 8], [8, 16], [16, 32], [32, 64], [64, 128]] }, 2, 32, 32);

        var shapes = model.Module.state_dict().ToDictionary(each => each.Key, each => each.Value.shape);
        Assert.Equal([4, 2, 7, 7], shapes["backbone.body.conv1.weight"]);
        Assert.Equal([3, 64], shapes["roi_heads.box_predictor.cls_score.weight"]);
        Assert.Equal([12, 64], shapes["roi_heads.box_predictor.bbox_pred.weight"]);
        Assert.Equal([3, 16, 1, 1], shapes["roi_heads.mask_predictor.mask_fcn_logits.weight"]);
        Assert.Equal([6, 16, 1, 1], shapes["rpn.head.cls_logits.weight"]);
    }

    [Theory]
    [InlineData(4, 8, 8)]
    [InlineData(1, 4, 32, 32)]
    public void Create_ForOtherInput_SaysWhatItTakes(params int[] shape)
    {
        var error = Assert.Throws<ExperimentException>(() => Create(Tiny, shape));

        Assert.Equal(
            $"'mask-rcnn' takes images (channel, y, x) of one to three channels; the transforms leave ({string.Join(", ", shape)}). Choose one slice with its neighbours as channels.",
            error.Message);
    }

    [Fact]
    public void Create_WithTooFewAnchorLevels_ShowsWhatIsRight()
    {
        var error = Assert.Throws<ExperimentException>(() => Create(Tiny with { AnchorSizes = [[8], [16, 32]] }, 1, 32, 32));

        Assert.Equal(
            "'mask-rcnn' needs 'anchor_sizes' to be 5 lists of one length, one for each level of the pyramid; their lengths are 1, 2. Such as [[8], [16], [32], [64], [128]].",
            error.Message);
    }

    [Fact]
    public void Create_WithAMeanOfOtherChannels_SaysHowMany()
    {
        var error = Assert.Throws<ExperimentException>(() => Create(Tiny with { ImageMean = [0.5] }, 3, 32, 32));

        Assert.Equal("'mask-rcnn' needs 'image_mean' to have a number for each of the 3 channels; it has 1.", error.Message);
    }

    [Fact]
    public void Create_WithTheWeightsOfAnother_LoadsAllButTheClassesAndFreezesTheFirstLayers()
    {
        using var folder = new TemporaryFolder();
        using var source = Create(Tiny, 3, 32, 32);
        var file = folder.Write("weights.safetensors", SafeTensorsFile.Of(source.Module.state_dict()));

        using var model = new MaskRcnnFactory(Tiny with { Pretrained = file, Head = HeadWeights.New })
            .Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["only"] });

        var loaded = model.Module.state_dict();
        foreach (var (name, tensor) in source.Module.state_dict().Where(each => !IsHead(each.Key)))
            Assert.True(tensor.Equals(loaded[name]), name);
        Assert.Equal([2, 64], loaded["roi_heads.box_predictor.cls_score.weight"].shape);
        var trained = model.Module.named_parameters().Where(each => each.parameter.requires_grad).Select(each => each.name).ToHashSet();
        Assert.DoesNotContain("backbone.body.conv1.weight", trained);
        Assert.DoesNotContain("backbone.body.layer1.0.conv1.weight", trained);
        Assert.Contains("backbone.body.layer2.0.conv1.weight", trained);
        Assert.DoesNotContain("backbone.body.layer2.0.bn1.weight", trained);
        Assert.Contains("backbone.fpn.inner_blocks.0.0.weight", trained);
        model.Module.train();
        Assert.All(model.Module.modules().OfType<BatchNorm2d>(), layer => Assert.False(layer.training));
    }

    [Fact]
    public void Create_WithAClassifiersWeights_StartsTheBackboneFromThem()
    {
        using var folder = new TemporaryFolder();
        using var classifier = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 })
            .Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["any"] });
        var file = folder.Write("resnet.safetensors", SafeTensorsFile.Of(classifier.Module.state_dict()));

        using var model = Create(Tiny with { PretrainedBackbone = file }, 3, 32, 32);

        var loaded = model.Module.state_dict();
        foreach (var (name, tensor) in classifier.Module.state_dict().Where(each => !each.Key.StartsWith("fc.", StringComparison.Ordinal)))
            Assert.True(tensor.Equals(loaded[$"backbone.body.{name}"]), name);
    }

    private static bool IsHead(string name) =>
        name.StartsWith("roi_heads.box_predictor.", StringComparison.Ordinal) || name.StartsWith("roi_heads.mask_predictor.mask_fcn_logits.", StringComparison.Ordinal);

    private static IModel Create(MaskRcnnOptions options, params int[] shape) =>
        new MaskRcnnFactory(options).Create(new ModelContext { InputShape = shape, Labels = ["small", "large"] });
}
