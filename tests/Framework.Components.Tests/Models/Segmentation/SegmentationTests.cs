using Framework.Components.Models;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Segmentation;

public sealed class SegmentationTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("unet", new[] { 1, 32, 48 })]
    [InlineData("unet", new[] { 2, 33, 35, 47 })]
    [InlineData("meshnet", new[] { 1, 9, 10, 11 })]
    public void Forward_OfAnySize_GivesALogitForEachClassAndPixel(string name, int[] shape)
    {
        using var model = Factory(name).Create(new ModelContext { InputShape = shape, Labels = ["any"] });

        var logits = model.Forward(Batches.Of(rand([2, .. shape.Select(size => (long)size)]))).Logits;

        Assert.Equal([2, 3, .. shape.Skip(1).Select(size => (long)size)], logits.shape);
    }

    [Fact]
    public void Create_WithoutClasses_TakesTheNumberOfLabels()
    {
        using var model = new MeshNetFactory(new MeshNetOptions()).Create(new ModelContext { InputShape = [1, 8, 8, 8], Labels = ["grey", "white"] });

        Assert.Equal([2, 5, 1, 1, 1], model.Module.state_dict()["convs.9.weight"].shape);
    }

    // A weight of 1 at one corner of a dilated kernel and 0 elsewhere moves the volume by the dilation: the layers' dilations add up.
    [Fact]
    public void MeshNet_OfCornerWeights_MovesTheVolumeByTheSumOfItsDilations()
    {
        using var network = new MeshNet(1, 1, 1, [1, 2, 4]);
        using var quiet = no_grad();
        foreach (var (name, tensor) in network.state_dict())
            tensor.zero_();
        for (var layer = 0; layer < 3; layer++)
            network.state_dict()[$"convs.{layer}.weight"][0, 0, 2, 1, 0] = 1f;
        network.state_dict()["convs.3.weight"][0, 0, 0, 0, 0] = 1f;
        var volume = rand([1, 1, 20, 6, 20]);

        var moved = network.call(volume);

        Assert.True(moved[TensorIndex.Colon, TensorIndex.Colon, ..13, .., 7..].Equals(volume[TensorIndex.Colon, TensorIndex.Colon, 7.., .., ..13]));
        Assert.Equal(0, moved[TensorIndex.Colon, TensorIndex.Colon, 13..].abs().sum().item<float>());
    }

    [Fact]
    public void MeshNet_ForImages_SaysWhatToUse()
    {
        var error = Assert.Throws<ExperimentException>(() => Factory("meshnet").Create(new ModelContext { InputShape = [1, 32, 32], Labels = ["any"] }));

        Assert.Equal("'meshnet' takes volumes (channel, z, y, x); the transforms leave images, (1, 32, 32). Use 'unet' for images.", error.Message);
    }

    [Fact]
    public void UNet_Dropout_DropsInTrainingOnly()
    {
        using var model = new UNetFactory(new UNetOptions { Dropout = 0.5, Features = [2, 2, 4, 4, 8, 2] })
            .Create(new ModelContext { InputShape = [1, 32, 32], Labels = ["any"] });
        var batch = Batches.Of(rand(1, 1, 32, 32));

        Assert.False(model.Forward(batch).Logits.Equals(model.Forward(batch).Logits));
        model.Module.eval();
        Assert.True(model.Forward(batch).Logits.Equals(model.Forward(batch).Logits));
    }

    private static IModelFactory Factory(string name) => name == "unet"
        ? new UNetFactory(new UNetOptions { Classes = 3, Features = [2, 2, 4, 4, 8, 2] })
        : new MeshNetFactory(new MeshNetOptions { Classes = 3 });
}
