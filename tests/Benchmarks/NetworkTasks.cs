using Framework.Components.Models;
using Framework.Components.Models.MaskRcnn;
using Framework.Sdk;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Benchmarks;

/// <summary>The networks that are measured. Peers/network_step.py has the same list.</summary>
internal static class NetworkTasks
{
    public static IEnumerable<NetworkTask> All =>
    [
        Classifier("resnet34", "ResNet-34", new ResNetFactory(new ResNetOptions { Depth = 34 }), [16, 3, 224, 224]),
        Classifier("resnet50", "ResNet-50", new ResNetFactory(new ResNetOptions { Depth = 50 }), [8, 3, 224, 224]),
        Classifier("resnext50", "ResNeXt-50 32x4d", new ResNeXtFactory(new ResNeXtOptions { Depth = 50 }), [8, 3, 224, 224]),
        Classifier("densenet121-3d", "DenseNet-121 over volumes", new DenseNetFactory(new DenseNetOptions { Depth = 121 }), [1, 1, 96, 96, 96]),
        Segmenter("unet", "UNet", new UNetFactory(new UNetOptions { Classes = 3 }), [4, 1, 256, 256]),
        Detector("mask-rcnn", "Mask R-CNN, ResNet-50 FPN", new MaskRcnnFactory(new MaskRcnnOptions()), [1, 3, 512, 512]),
    ];

    private static NetworkTask Classifier(string name, string title, IModelFactory model, int[] input) => new()
    {
        Name = name,
        What = Describe(title, input),
        Model = model,
        Input = input,
        Labels = 6,
        Batch = (task, image, device) => new Batch(Cases(task), image, rand(task.Input[0], task.Labels, device: device).lt(0.3).to_type(ScalarType.Float32)),
        Loss = (output, batch) => nn.functional.binary_cross_entropy_with_logits(output.Logits, batch.Labels),
    };

    private static NetworkTask Segmenter(string name, string title, IModelFactory model, int[] input) => new()
    {
        Name = name,
        What = Describe(title, input),
        Model = model,
        Input = input,
        Labels = 3,
        Batch = (task, image, device) => new Batch(Cases(task), image, randint(0, task.Labels, [task.Input[0], .. task.Sides.Select(side => (long)side)], device: device)),
        Loss = (output, batch) => nn.functional.cross_entropy(output.Logits, batch.Labels),
    };

    private static NetworkTask Detector(string name, string title, IModelFactory model, int[] input) => new()
    {
        Name = name,
        What = Describe(title, input) + ", 8 objects",
        PeerIn16Bits = "the peer's heads in fp32, since torchvision's operators have no 16-bit kernels there",
        Model = model,
        Input = input,
        Labels = 2,
        Batch = (task, image, device) => new Batch(Cases(task), image, zeros(task.Input[0], task.Labels, device: device)) { Objects = [Objects(task.Sides[0], device)] },
        Loss = (output, _) => output.Losses.Values.Aggregate((sum, loss) => sum + loss),
    };

    // Squares of 32 to 96 pixels on a diagonal, their masks full.
    private static ImageObjects Objects(int side, Device device)
    {
        const int Count = 8;
        using var scope = NewDisposeScope();
        var start = arange(Count, device: device) * 48;
        var end = start + 32 + (arange(Count, device: device) * 8);
        var boxes = stack([start, start, end, end], 1).to_type(ScalarType.Float32);
        var at = arange(side, device: device);
        var within = (at >= start.unsqueeze(1)) & (at < end.unsqueeze(1));
        var masks = (within.unsqueeze(2) & within.unsqueeze(1)).to_type(ScalarType.Byte);
        return new ImageObjects(boxes.MoveToOuterDisposeScope(), ones(Count, dtype: ScalarType.Int64, device: device).MoveToOuterDisposeScope(), masks.MoveToOuterDisposeScope());
    }

    private static string Describe(string title, int[] input) => $"{title}, batch {input[0]}, {string.Join(" x ", input[2..])}";

    private static Case[] Cases(NetworkTask task) =>
        [.. Enumerable.Range(0, task.Input[0]).Select(i => new Case { Id = $"case{i}", Subject = $"subject{i}", Labels = new double[task.Labels] })];
}
