using Framework.Components.Models;

namespace Framework.Components.Tests.Models;

/// <summary>Every model of images, narrow, with the smallest input that it takes.</summary>
internal static class TinyModels
{
    private static readonly Dictionary<string, (IModelFactory Factory, int[] Shape)> All = new()
    {
        ["resnet"] = (new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 }), [1, 32, 32]),
        ["resnet, bottlenecks"] = (new ResNetFactory(new ResNetOptions { Depth = 50, Width = 4 }), [3, 64, 64]),
        ["resnet, volumes"] = (new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 }), [1, 40, 40, 40]),
        ["resnet, two heads"] = (new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4, Heads = new Dictionary<string, int> { ["logits"] = 2, ["grade"] = 5 } }), [1, 32, 32]),
        ["resnext"] = (new ResNeXtFactory(new ResNeXtOptions { Width = 16 }), [1, 64, 64]),
        ["densenet"] = (new DenseNetFactory(new DenseNetOptions { Growth = 4 }), [1, 64, 64]),
        ["densenet, volumes"] = (new DenseNetFactory(new DenseNetOptions { Growth = 4 }), [1, 64, 64, 64]),
        ["unet"] = (new UNetFactory(new UNetOptions { Features = [4, 4, 8, 8, 16, 4] }), [1, 32, 48]),
        ["unet, volumes"] = (new UNetFactory(new UNetOptions { Features = [4, 4, 8, 8, 16, 4] }), [1, 32, 40, 32]),
        ["meshnet"] = (new MeshNetFactory(new MeshNetOptions()), [1, 16, 16, 16]),
        ["attention-mil"] = (new AttentionMilFactory(new AttentionMilOptions { Encoder = Encoder }), [1, 3, 32, 32]),
        ["attention-mil, mean"] = (new AttentionMilFactory(new AttentionMilOptions { Encoder = Encoder, Pooling = BagPooling.Mean }), [1, 3, 32, 32]),
        ["attention-mil, max"] = (new AttentionMilFactory(new AttentionMilOptions { Encoder = Encoder, Pooling = BagPooling.Max, Chunk = 5 }), [1, 3, 32, 32]),
        ["multi-view"] = (new MultiViewFactory(new MultiViewOptions { Encoder = Encoder }), [4, 32, 32]),
        ["sequence"] = (new SequenceFactory(new SequenceOptions { Encoder = Encoder, Hidden = 8, Layers = 2, Dropout = 0.1 }), [1, 3, 32, 32]),
        ["sequence, gru"] = (new SequenceFactory(new SequenceOptions { Encoder = Encoder, Hidden = 8, Cell = RecurrentCell.Gru }), [1, 3, 32, 32]),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static IModelFactory Factory(string name) => All[name].Factory;

    public static int[] Shape(string name) => All[name].Shape;

    private static ResNetFactory Encoder => new(new ResNetOptions { Depth = 18, Width = 4 });
}
