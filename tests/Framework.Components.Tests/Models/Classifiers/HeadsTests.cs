using Framework.Components.Models;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Classifiers;

public sealed class HeadsTests : IDisposable
{
    private static readonly Dictionary<string, int> TwoTasks = new() { ["grade"] = 5, ["logits"] = 2 };
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    public static TheoryData<string, int[]> Networks => new()
    {
        { "resnet", [1, 32, 32] }, { "resnet", [2, 32, 32, 32] }, { "resnext", [1, 32, 32] }, { "densenet", [3, 32, 32] }, { "densenet", [1, 32, 32, 32] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Forward_SeveralHeads_GivesEachItsNumberOfValues(string name, int[] shape)
    {
        using var model = Factory(name, TwoTasks).Create(new ModelContext { InputShape = shape, Labels = ["any"] });

        var output = model.Forward(Batches.Of(rand([2, .. shape.Select(size => (long)size)])));

        Assert.Equal(["grade", "logits"], output.Heads.Keys.Order());
        Assert.Equal([2, 5], output.Heads["grade"].shape);
        Assert.Equal([2, 2], output.Logits.shape);
    }

    [Theory]
    [InlineData("resnet", new[] { 1, 32, 32 }, "fc")]
    [InlineData("resnext", new[] { 1, 32, 32 }, "fc")]
    [InlineData("densenet", new[] { 1, 32, 32 }, "classifier")]
    [InlineData("densenet", new[] { 1, 32, 32, 32 }, "class_layers.out")]
    public void Create_SeveralHeads_NamesLogitsAsTheReferenceAndOthersByThemselves(string name, int[] shape, string reference)
    {
        using var model = Factory(name, TwoTasks).Create(new ModelContext { InputShape = shape, Labels = ["any"] });
        using var single = Factory(name, null).Create(new ModelContext { InputShape = shape, Labels = ["a", "b"] });

        var names = model.Module.state_dict().Keys.Except(single.Module.state_dict().Keys);
        Assert.Equal(["heads.grade.bias", "heads.grade.weight"], names.Order());
        Assert.Equal(2, single.Module.state_dict()[$"{reference}.weight"].shape[0]);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void CreateEncoder_OfAnyClassifier_GivesTheFeaturesThatItsHeadReads(string name, int[] shape)
    {
        var factory = Factory(name, null);
        using var encoder = factory.CreateEncoder(shape);
        using var model = factory.Create(new ModelContext { InputShape = shape, Labels = ["any"] });
        var own = model.Module.state_dict();
        using var quiet = no_grad();
        foreach (var (key, tensor) in encoder.Module.state_dict())
            tensor.copy_(own[key]);
        encoder.Module.eval();
        model.Module.eval();
        var image = rand([2, .. shape.Select(size => (long)size)]);

        var features = encoder.Encode(image);

        var head = own.Keys.Except(encoder.Module.state_dict().Keys).ToDictionary(key => key.Split('.')[^1], key => own[key]);
        Assert.Equal(["bias", "weight"], head.Keys.Order());
        Assert.Equal([2, encoder.Features], features.shape);
        Assert.True(model.Forward(Batches.Of(image)).Logits.allclose(features.matmul(head["weight"].t()) + head["bias"]));
    }

    [Fact]
    public void CreateEncoder_WithHeads_SaysThatAnEncoderHasNone()
    {
        var error = Assert.Throws<ExperimentException>(() => Factory("densenet", TwoTasks).CreateEncoder([1, 32, 32]));

        Assert.Equal("'densenet' is an encoder here, which has no outputs of its own. Leave 'heads' out.", error.Message);
    }

    [Theory]
    [InlineData("left.right")]
    [InlineData("")]
    [InlineData("a b")]
    public void Constructor_HeadThatCannotNameParameters_SaysWhatCan(string head)
    {
        var error = Assert.Throws<ExperimentException>(() => Factory("densenet", new Dictionary<string, int> { [head] = 1 }));

        Assert.Equal($"'densenet' cannot have the head '{head}'. Name it with letters, digits and '_'.", error.Message);
    }

    private static ClassifierFactory Factory(string name, Dictionary<string, int>? heads) => name switch
    {
        "resnet" => new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4, Heads = heads }),
        "resnext" => new ResNeXtFactory(new ResNeXtOptions { Width = 16, Heads = heads }),
        _ => new DenseNetFactory(new DenseNetOptions { Growth = 2, Heads = heads }),
    };
}
