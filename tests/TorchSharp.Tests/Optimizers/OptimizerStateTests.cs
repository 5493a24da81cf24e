using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class OptimizerStateTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    public static TheoryData<string, Func<Parameter, OptimizerHelper>> Optimizers => new()
    {
        { "SGD", w => optim.SGD([w], 0.1, momentum: 0.9) },
        { "Adam", w => optim.Adam([w], 0.01, amsgrad: true) },
        { "AdamW", w => optim.AdamW([w], 0.01, weight_decay: 0.1) },
        { "RMSProp", w => optim.RMSProp([w], 0.01, momentum: 0.9, centered: true) },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void load_state_dict_OfASavedState_ContinuesBitForBit(string name, Func<Parameter, OptimizerHelper> make)
    {
        var w = LinearRegression.Weights();
        using var optimizer = make(w);
        Train(optimizer, w, 5);
        optimizer.ParamGroups.Single().LearningRate *= 0.5;
        using var file = Save(optimizer);
        var copy = new Parameter(w.detach().clone());
        using var restored = make(copy);

        Load(restored, file);

        Assert.Equal(optimizer.ParamGroups.Single().LearningRate, restored.ParamGroups.Single().LearningRate);
        Train(optimizer, w, 5);
        Train(restored, copy, 5);
        Assert.True(LinearRegression.Values(w).SequenceEqual(LinearRegression.Values(copy)), name);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void load_state_dict_OfAnothersDictionary_CopiesIt(string name, Func<Parameter, OptimizerHelper> make)
    {
        var w = LinearRegression.Weights();
        using var optimizer = make(w);
        Train(optimizer, w, 3);
        using var other = make(LinearRegression.Weights());
        var before = other.state_dict().State[0].ApproximatelyEquals(optimizer.state_dict().State[0]);

        other.load_state_dict(optimizer.state_dict());

        Assert.False(before, name);
        Assert.True(other.state_dict().State[0].ApproximatelyEquals(optimizer.state_dict().State[0]), name);
        Train(optimizer, w, 1);
        Assert.False(other.state_dict().State[0].ApproximatelyEquals(optimizer.state_dict().State[0]), name);
    }

    [Fact]
    public void load_state_dict_OfAnotherKind_SaysWhichIsExpected()
    {
        using var adam = optim.Adam([LinearRegression.Weights()]);
        using var sgd = optim.SGD([LinearRegression.Weights()], 0.1);
        using var file = Save(adam);

        var error = Assert.Throws<InvalidDataException>(() => Load(sgd, file));

        Assert.Equal("This is the state of the optimizer 'Adam'; expected 'SGD'.", error.Message);
    }

    [Fact]
    public void load_state_dict_OfOtherGroups_SaysTheirSizes()
    {
        using var one = optim.Adam([LinearRegression.Weights()]);
        using var two = optim.Adam([LinearRegression.Weights(), LinearRegression.Weights()]);
        using var file = Save(two);

        var error = Assert.Throws<ArgumentException>(() => Load(one, file));

        Assert.Equal("The state is of groups of 2 parameters; this optimizer has groups of 1.", error.Message);
    }

    [Fact]
    public void state_dict_OfGroups_PointsAtTheStates()
    {
        var (a, b, c) = (LinearRegression.Weights(), LinearRegression.Weights(), LinearRegression.Weights());
        using var optimizer = optim.Adam([new Adam.ParamGroup([a]), new Adam.ParamGroup([b, c])]);

        var state = optimizer.state_dict();

        Assert.Equal(2, state.Options.Count);
        Assert.Equal(3, state.State.Count);
        Assert.Equal([[0], [1, 2]], state.StateIndexRef);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void step_AfterTheFirst_LeavesNoTensorBehind(string name, Func<Parameter, OptimizerHelper> make)
    {
        var w = LinearRegression.Weights();
        using var optimizer = make(w);
        Train(optimizer, w, 2);
        var statistics = DisposeScopeManager.Statistics;
        var live = statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 10; i++)
        {
            Train(optimizer, w, 1);
            Assert.True(live == statistics.ThreadTotalLiveCount, $"{name}: {live} tensors became {statistics.ThreadTotalLiveCount}");
        }
    }

    private static void Train(optim.Optimizer optimizer, Parameter w, int steps)
    {
        for (var i = 0; i < steps; i++)
            LinearRegression.Step(optimizer, w);
    }

    private static MemoryStream Save(OptimizerHelper optimizer)
    {
        var stream = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        return stream;
    }

    private static void Load(OptimizerHelper optimizer, MemoryStream stream) => optimizer.load_state_dict(new BinaryReader(stream));
}
