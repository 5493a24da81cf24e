using Framework.Sdk;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Framework.Sdk.Testing;

/// <summary>What every explainer promises: a finite map of the image's size that follows from the request, of a network that is left as it was.</summary>
public abstract class ExplainerContract
{
    private static readonly ExplainRequest Request = new(0, new RandomStream(1));

    /// <summary>Makes the explainer.</summary>
    protected abstract IExplainer Create();

    /// <summary>Makes the network that is asked about. Default: <see cref="SmallNetwork"/>.</summary>
    protected virtual IExplainable MakeModel() => new SmallNetwork();

    /// <summary>Shape of the image: (channel, y, x) or (channel, z, y, x). Default: (1, 24, 20).</summary>
    protected virtual IReadOnlyList<int> ImageShape => [1, 24, 20];

    /// <summary>Shape of the map. Default: the image's without channels.</summary>
    protected virtual IReadOnlyList<int> MapShape => [.. ImageShape.Skip(1)];

    /// <summary>The map has the image's size and finite values, not all alike.</summary>
    [Fact]
    public void Explain_AnyImage_IsAFiniteMapOfTheImagesSize()
    {
        using var scope = NewDisposeScope();
        using var model = MakeModel();
        var map = Create().Explain(model, Noise(), Request);
        Assert.True(map.shape.SequenceEqual(MapShape.Select(size => (long)size)), $"the map is of shape ({string.Join(", ", map.shape)}); expected ({string.Join(", ", MapShape)}).");
        Assert.True(map.isfinite().all().item<bool>(), "the map is not finite for an image of plain noise.");
        Assert.True(map.min().item<float>() < map.max().item<float>(), "the map is the same everywhere, whatever the image shows.");
    }

    /// <summary>The same request gives the same map.</summary>
    [Fact]
    public void Explain_SameRequest_GivesTheSame()
    {
        using var scope = NewDisposeScope();
        using var model = MakeModel();
        var explainer = Create();
        var (first, second) = (explainer.Explain(model, Noise(), Request), explainer.Explain(model, Noise(), Request));
        Assert.True(first.eq(second).all().item<bool>(), "the same request gives another map. Draw from the request's stream alone, and derive from it.");
    }

    /// <summary>Weights, gradients and image are as they were.</summary>
    [Fact]
    public void Explain_TheNetworkAndTheImage_AreLeftAsTheyWere()
    {
        using var scope = NewDisposeScope();
        using var model = MakeModel();
        var (image, before) = (Noise(), Weights(model));
        Create().Explain(model, image, Request);
        Assert.True(Weights(model).SequenceEqual(before), "the network's weights have changed.");
        Assert.True(model.Network.named_parameters().All(pair => pair.parameter.grad is null || pair.parameter.grad.count_nonzero().item<long>() == 0), "gradients are left in the network's parameters. Ask for gradients of the score by layers or images, not by backward().");
        Assert.True(image.eq(Noise()).all().item<bool>(), "the image has changed.");
    }

    /// <summary>Nothing but the map is left behind.</summary>
    [Fact]
    public void Explain_ManyTimes_LeavesNothingButMaps()
    {
        using var scope = NewDisposeScope();
        using var model = MakeModel();
        var (explainer, image) = (Create(), Noise());
        explainer.Explain(model, image, Request).Dispose();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 3; i++)
            explainer.Explain(model, image, Request).Dispose();
        Assert.True(DisposeScopeManager.Statistics.ThreadTotalLiveCount == before, $"three maps left {DisposeScopeManager.Statistics.ThreadTotalLiveCount - before} tensors behind. Work in a dispose scope of your own.");
    }

    private Tensor Noise()
    {
        var random = new RandomStream(7);
        var values = new float[ImageShape.Aggregate(1, (length, size) => length * size)];
        for (var at = 0; at < values.Length; at++)
            values[at] = (float)random.Normal();
        return tensor(values, [.. ImageShape.Select(size => (long)size)]);
    }

    private static List<float> Weights(IExplainable model) => [.. model.Network.named_parameters().SelectMany(pair => pair.parameter.detach().flatten().data<float>())];
}
