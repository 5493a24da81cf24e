using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ResidualModel _model = new();

    public void Dispose()
    {
        _model.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void NamedModules_NestedModel_ListsChildrenThenTheirsWithoutItself()
    {
        Assert.Equal(["stem", "body", "heads"], _model.named_children().Select(child => child.name));
        Assert.Equal(["stem", "body", "heads", "body.norm", "body.relu", "heads.0", "heads.1"], _model.named_modules().Select(module => module.name));
    }

    [Fact]
    public void GetParameterAndBuffer_DottedNames_FindThem()
    {
        Assert.True(_model.has_parameter("body.norm.weight"));
        Assert.Equal([4], _model.get_buffer("body.norm.running_mean")!.shape);
        Assert.Null(_model.get_parameter("body.norm.running_mean"));
        Assert.False(_model.has_buffer("body.nothing.running_mean"));
    }

    [Fact]
    public void TrainAndEval_Model_ReachEveryPart()
    {
        Assert.True(_model.training);
        _model.eval();
        Assert.All(_model.modules(), module => Assert.False(module.training));
        _model.train();
        Assert.All(_model.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_Model_VisitsChildrenFirstAndItselfLast()
    {
        var visited = new List<string>();

        _model.apply(module => visited.Add(module.GetName()));

        Assert.Equal(["Conv2d", "BatchNorm2d", "ReLU", "Sequential", "Conv2d", "Conv2d", "ModuleList", "ResidualModel"], visited);
    }

    [Fact]
    public void To_Double_ConvertsFloatingStateAndKeepsEveryTensorObject()
    {
        var before = _model.parameters().ToList();
        _model.call(ones([1, 1, 4, 4])).sum().backward();

        _model.to(ScalarType.Float64);

        Assert.Equal(before, _model.parameters(), ReferenceEqualityComparer.Instance);
        Assert.All(_model.parameters(), parameter =>
            Assert.Equal((ScalarType.Float64, ScalarType.Float64), (parameter.dtype, parameter.grad!.dtype)));
        Assert.Equal(ScalarType.Float64, _model.get_buffer("body.norm.running_mean")!.dtype);
        Assert.Equal(ScalarType.Int64, _model.get_buffer("body.norm.num_batches_tracked")!.dtype);
        Assert.Equal(ScalarType.Float64, _model.call(ones([1, 1, 4, 4], ScalarType.Float64)).dtype);
    }

    [Fact]
    public void To_IntegerType_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => _model.to(ScalarType.Int32));

        Assert.StartsWith("'ResidualModel' can be converted to a floating or complex type only, not to Int32.", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ZeroGrad_AfterBackward_ForgetsOrZeroes(bool forget)
    {
        _model.call(ones([1, 1, 4, 4])).sum().backward();

        _model.zero_grad(forget);

        if (forget)
            Assert.All(_model.parameters(), parameter => Assert.Null(parameter.grad));
        else
            Assert.All(_model.parameters(), parameter => Assert.All(parameter.grad!.Values(), value => Assert.Equal(0, value)));
    }

    [Fact]
    public void Hooks_AroundForward_ChangeInputAndResultUntilRemoved()
    {
        using var layer = nn.Identity();
        var calls = new List<string>();
        var before = layer.register_forward_pre_hook((_, input) => input * 2);
        var after = layer.register_forward_hook((_, _, result) => result + 1);
        layer.register_forward_pre_hook(_ => calls.Add("before"));
        layer.register_forward_hook(_ => calls.Add("after"));

        Numbers.AssertClose([7], layer.call(Numbers.Row(3)));
        Numbers.AssertClose([3], layer.forward(Numbers.Row(3)));
        before.remove();
        after.remove();
        Numbers.AssertClose([3], layer.call(Numbers.Row(3)));
        Assert.Equal(["before", "after", "before", "after"], calls);
    }

    [Fact]
    public void Hooks_ModuleOfTwoArguments_ChangeBoth()
    {
        using var layer = nn.CosineSimilarity(0);
        layer.register_forward_pre_hook((_, first, second) => (second, second));

        Numbers.AssertClose([1], layer.call(Numbers.Row(1, 0), Numbers.Row(0, 1)));
    }

    [Fact]
    public void RegisterModule_NameTaken_IsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _model.register_module("stem", nn.ReLU()));

        Assert.Equal("'ResidualModel' already has a submodule named 'stem'. Register each under a name of its own.", error.Message);
    }

    [Theory]
    [InlineData("a.b", "'a.b' cannot name a part of 'ResidualModel': a dot separates levels. Use '_' instead. (Parameter 'name')")]
    [InlineData("", "A part of 'ResidualModel' needs a name; it is empty. (Parameter 'name')")]
    public void RegisterBuffer_ImpossibleName_IsRefused(string name, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => _model.register_buffer(name, zeros(1))).Message);

    [Fact]
    public void RegisterBuffer_NotPersistent_IsABufferButNoState()
    {
        _model.register_buffer("grid", zeros(1), persistent: false);

        Assert.Contains("grid", _model.named_buffers().Select(buffer => buffer.name));
        Assert.DoesNotContain("grid", _model.state_dict().Keys);
    }

    [Fact]
    public void Parameters_SharedModule_CountOnceAndStandInTheStateTwice()
    {
        using var shared = nn.Linear(1, 1, hasBias: false);
        using var row = nn.Sequential(shared, shared);

        Assert.Single(row.parameters());
        Assert.Equal(["0.weight", "1.weight"], row.state_dict().Keys);
    }

    [Fact]
    public void Dispose_Model_DisposesOfWhatItOwns()
    {
        var parts = _model.parameters().Cast<Tensor>().Concat(_model.buffers()).ToList();

        _model.Dispose();
        _model.Dispose();

        Assert.All(parts, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Parameters_MadeInADisposeScope_OutliveIt()
    {
        ResidualModel model;
        using (NewDisposeScope())
            model = new ResidualModel();
        using (model)
            Assert.All(model.parameters(), parameter => Assert.False(parameter.IsInvalid));
    }

    [Fact]
    public void Parameter_OfATensor_TakesItOverAsALeaf()
    {
        var source = Numbers.Row(1, 2).requires_grad_();
        var computed = source * 2;

        using var parameter = nn.Parameter(computed);

        Assert.True(computed.IsInvalid);
        Assert.True(parameter.is_leaf);
        Assert.True(parameter.requires_grad);
        Numbers.AssertClose([2, 4], parameter);
        Assert.False(nn.Parameter(Numbers.Row(1), requires_grad: false).requires_grad);
    }

    [Fact]
    public void Parameter_MadeAndDisposed_LeavesTheCountersAsTheyWere()
    {
        var before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

        nn.Parameter(zeros(1)).Dispose();

        Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void RegisterComponents_RenamedField_UsesTheNameGiven()
    {
        using var module = new Renamed();

        Assert.Equal(["conv1.weight"], module.state_dict().Keys);
    }

    private sealed class Renamed : nn.Module
    {
        [TorchSharp.Utils.ComponentName(Name = "conv1")]
        private readonly nn.Module _first = nn.Conv1d(1, 1, 1, bias: false);

        public Renamed() : base(nameof(Renamed)) => RegisterComponents();
    }
}
