using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ModuleStateTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ResidualModel _model = new();

    public void Dispose()
    {
        _model.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void StateDict_NestedModel_HasPyTorchsNames() =>
        Assert.Equal(ResidualModel.Names.Order(), _model.state_dict().Keys.Order());

    [Fact]
    public void StateDict_Order_PutsParametersBeforeBuffersAsTorchSharpDoes()
    {
        string[] expected =
        [
            "scale", "stem.weight", "body.norm.weight", "body.norm.bias", "heads.0.weight", "heads.0.bias", "heads.1.weight", "heads.1.bias",
            "shift", "body.norm.running_mean", "body.norm.running_var", "body.norm.num_batches_tracked",
        ];

        Assert.Equal(expected, _model.state_dict().Keys);
    }

    [Fact]
    public void StateDict_Prefix_StandsBeforeEveryName() =>
        Assert.All(_model.state_dict(prefix: "net").Keys, name => Assert.StartsWith("net.", name, StringComparison.Ordinal));

    [Fact]
    public void LoadStateDict_AnotherModelsState_CopiesEveryValue()
    {
        using var other = new ResidualModel();
        other.call(Numbers.Scattered([2, 1, 4, 4]).to(ScalarType.Float32)).Dispose(); // running statistics of its own

        var (missing, unexpected) = _model.load_state_dict(other.state_dict());

        Assert.Empty(missing);
        Assert.Empty(unexpected);
        var state = _model.state_dict();
        foreach (var (name, tensor) in other.state_dict())
            Assert.Equal(tensor.Values(), state[name].Values());
    }

    [Fact]
    public void LoadStateDict_MissingUnexpectedAndMisshapen_SaysAllAndCopiesNothing()
    {
        var source = Copy(_model.state_dict());
        source.Remove("heads.1.bias");
        source["heads.2.bias"] = zeros(2);
        source["stem.weight"] = zeros([4, 3, 3, 3]);
        source["scale"] = full(1, 5f);

        var error = Assert.Throws<InvalidOperationException>(() => _model.load_state_dict(source));

        Assert.Equal(
            "The state does not fit 'ResidualModel': it lacks 'heads.1.bias'; it has 'heads.2.bias', unknown here; of another shape "
            + "'stem.weight' is [4, 3, 3, 3], here [4, 1, 3, 3]. Name in skip what should keep its values.",
            error.Message);
        Assert.Equal([1], _model.get_parameter("scale")!.Values());
    }

    [Fact]
    public void LoadStateDict_OnlyNamesDiffer_PointsToStrict()
    {
        var source = Copy(_model.state_dict());
        source.Remove("scale");

        var error = Assert.Throws<InvalidOperationException>(() => _model.load_state_dict(source));

        Assert.Equal("The state does not fit 'ResidualModel': it lacks 'scale'. Pass strict: false to load what both have.", error.Message);
    }

    [Fact]
    public void LoadStateDict_ManyMissing_NamesTheFirstAndCountsTheRest()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _model.load_state_dict([]));

        Assert.Contains("'heads.1.bias' and 4 more.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadStateDict_NotStrict_LoadsWhatBothHaveAndTellsTheRest()
    {
        var (missing, unexpected) = _model.load_state_dict(new() { ["scale"] = full(1, 5f), ["other"] = zeros(1) }, strict: false);

        Assert.Equal(["other"], unexpected);
        Assert.Equal(ResidualModel.Names.Length - 1, missing.Count);
        Assert.Equal([5], _model.get_parameter("scale")!.Values());
    }

    [Fact]
    public void LoadStateDict_NotStrict_StillRefusesAnotherShape() =>
        Assert.Throws<InvalidOperationException>(() => _model.load_state_dict(new() { ["scale"] = zeros(2) }, strict: false));

    [Fact]
    public void LoadStateDict_SkippedNames_KeepTheirValuesWhateverTheirShape()
    {
        var source = Copy(_model.state_dict());
        source["scale"] = zeros(7);

        _model.load_state_dict(source, skip: ["scale"]);

        Assert.Equal([1], _model.get_parameter("scale")!.Values());
    }

    [Fact]
    public void LoadStateDict_DoublesIntoSingles_Converts()
    {
        _model.load_state_dict(new() { ["scale"] = Numbers.Row(0.1) }, strict: false);

        Assert.Equal(ScalarType.Float32, _model.get_parameter("scale")!.dtype);
        Assert.Equal([0.1f], _model.get_parameter("scale")!.Values());
    }

    private static Dictionary<string, Tensor> Copy(Dictionary<string, Tensor> state) =>
        state.ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
}
