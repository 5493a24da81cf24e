using Framework.Components.Models;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Views;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class MultiViewTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public MultiViewTests() => manual_seed(3);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Forward_TwoViews_ReachEachHeadThroughTheirOwnFeatures()
    {
        using var model = Model(new Dictionary<string, int> { ["canal"] = 4, ["bulge"] = 2 });
        model.Module.eval();
        var (one, other) = (rand([2, 6, 32, 32]), rand([2, 6, 32, 32]));
        var mixed = cat([one.narrow(1, 0, 3), other.narrow(1, 3, 3)], 1);
        var weight = model.Module.state_dict()["heads.canal.weight"];
        Assert.Equal([4, 64], weight.shape);

        using (no_grad())
            weight.narrow(1, 32, 32).zero_(); // of the second view's features
        var (first, second) = (model.Forward(Batches.Of(one)), model.Forward(Batches.Of(mixed)));

        Assert.Equal([2, 4], first.Heads["canal"].shape);
        Assert.True(first.Heads["canal"].allclose(second.Heads["canal"]));
        Assert.False(first.Heads["bulge"].allclose(second.Heads["bulge"]));
    }

    [Fact]
    public void Create_Views_HaveWeightsOfTheirOwn()
    {
        using var model = Model(null);
        var state = model.Module.state_dict();

        Assert.False(state["views_0.conv1.weight"].allclose(state["views_1.conv1.weight"]));
        Assert.Equal([3, 64], state["heads.logits.weight"].shape);
    }

    [Fact]
    public void Create_ChannelsThatDoNotDivide_SaysWhatWouldBeRight()
    {
        var error = Assert.Throws<ExperimentException>(() => new MultiViewFactory(new MultiViewOptions { Encoder = Encoder }).Create(new ModelContext { InputShape = [5, 32, 32], Labels = ["a"] }));

        Assert.Equal("'multi-view' takes images (channel, y, x) whose channels are 2 views of as many channels each; the transforms leave (5, 32, 32). Let level-views cut the same slices of each, or change 'views'.", error.Message);
    }

    private static ResNetFactory Encoder => new(new ResNetOptions { Depth = 18, Width = 4 });

    private static IModel Model(Dictionary<string, int>? heads) =>
        new MultiViewFactory(new MultiViewOptions { Encoder = Encoder, Heads = heads }).Create(new ModelContext { InputShape = [6, 32, 32], Labels = ["a", "b", "c"] });
}
