using Framework.Components.Models;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Parity;

/// <summary>Our classifiers with the reference implementations' weights give their outputs, before and after three steps of training.</summary>
public sealed class ClassifierParityTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [SharedDataTheory]
    [InlineData(18)]
    [InlineData(34)]
    [InlineData(50)]
    [InlineData(101)]
    public void ResNet_OfTorchvisionsWeights_GivesItsOutputsAndTrainingLosses(int depth) =>
        AssertEqual($"resnet{depth}.json", new ResNetFactory(new ResNetOptions { Depth = depth }), [3, 64, 64], outputs: 6);

    [SharedDataFact]
    public void ResNeXt50_OfTorchvisionsWeights_GivesItsOutputsAndTrainingLosses() =>
        AssertEqual("resnext50_32x4d.json", new ResNeXtFactory(new ResNeXtOptions { Depth = 50 }), [3, 64, 64], outputs: 6);

    [SharedDataFact]
    public void DenseNet121ForVolumes_OfMonaisWeights_GivesItsOutputsAndTrainingLosses() =>
        AssertEqual("monai_densenet121_3d.json", new DenseNetFactory(new DenseNetOptions()), [1, 48, 56, 48], outputs: 2);

    [PythonTheory("torchvision")]
    [InlineData("resnet50", 31_000_000)]
    [InlineData("resnet152", 32_000_000)]
    [InlineData("resnext101_32x8d", 33_000_000)]
    [InlineData("densenet121", 34_000_000)]
    [InlineData("densenet169", 35_000_000)]
    [InlineData("densenet201", 36_000_000)]
    public void Classifier_BesideTorchvision_GivesItsOutputsAndTrainingLosses(string name, int number) =>
        AssertEqual(Peer.Figures("networks.py", name, $"{number}"), Named(name), [3, 64, 64], outputs: 6);

    [PythonTheory("torchvision")]
    [InlineData("resnet18", 37_000_000)]
    [InlineData("resnext50_32x4d", 38_000_000)]
    public void Classifier_BesideTorchvisionOverThreeAxes_GivesItsOutputsAndTrainingLosses(string name, int number) =>
        AssertEqual(Peer.Figures("networks.py", name, $"{number}", "3d"), Named(name), [3, 40, 48, 32], outputs: 6);

    private static ClassifierFactory Named(string name) => name switch
    {
        "resnet18" => new ResNetFactory(new ResNetOptions { Depth = 18 }),
        "resnet50" => new ResNetFactory(new ResNetOptions { Depth = 50 }),
        "resnet152" => new ResNetFactory(new ResNetOptions { Depth = 152 }),
        "resnext50_32x4d" => new ResNeXtFactory(new ResNeXtOptions { Depth = 50 }),
        "resnext101_32x8d" => new ResNeXtFactory(new ResNeXtOptions { Depth = 101 }),
        _ => new DenseNetFactory(new DenseNetOptions { Depth = int.Parse(name["densenet".Length..], System.Globalization.CultureInfo.InvariantCulture) }),
    };

    private static void AssertEqual(string file, ClassifierFactory factory, int[] inputShape, int outputs) =>
        AssertEqual(OracleFile.Read(file), factory, inputShape, outputs);

    private static void AssertEqual(System.Text.Json.JsonElement expected, ClassifierFactory factory, int[] inputShape, int outputs)
    {
        using var model = factory.Create(new ModelContext { InputShape = inputShape, Labels = [.. Enumerable.Range(0, outputs).Select(label => $"label{label}")] });
        ClassifierFigures.AssertEqual(expected, (nn.Module<Tensor, Tensor>)model.Module);
    }
}
