using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class OptimizerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void step_OfGroups_UsesTheOptionsOfEach()
    {
        var (fast, slow) = (One(), One());
        using var optimizer = optim.SGD([new SGD.ParamGroup([fast], lr: 0.5), new SGD.ParamGroup([slow], new SGD.Options())], 0.25);

        (fast + slow).backward();
        optimizer.step();

        Assert.Equal(0.5f, fast.item<float>());
        Assert.Equal(0.75f, slow.item<float>());
        Assert.Equal([0.5, 0.25], optimizer.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void add_param_group_AfterASteps_TrainsItsParametersToo()
    {
        var (first, second) = (One(), One());
        using var optimizer = optim.Adam([first], lr: 0.1);
        optimizer.add_param_group(new Adam.ParamGroup([second], new Adam.Options { LearningRate = 0.2 }));

        (first + second).backward();
        optimizer.step();

        // Adam's first step is the learning rate, whatever the gradient.
        Assert.Equal(0.9, first.item<float>(), 1e-6);
        Assert.Equal(0.8, second.item<float>(), 1e-6);
        Assert.Equal([first, second], optimizer.parameters());
    }

    [Fact]
    public void add_param_group_OfAParameterThatIsThere_SaysSo()
    {
        var parameter = One();
        using var optimizer = optim.SGD([parameter], 0.1);

        var error = Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup([parameter])));

        Assert.Equal("A parameter appears more than once. Give each parameter to one group only.", error.Message);
    }

    [Fact]
    public void step_OfAParameterWithoutGradient_LeavesIt()
    {
        var (used, unused) = (One(), One());
        using var optimizer = optim.AdamW([used, unused], weight_decay: 0.5);

        used.backward();
        optimizer.step();

        Assert.Equal(1f, unused.item<float>());
        Assert.NotEqual(1f, used.item<float>());
    }

    [Fact]
    public void step_WithAClosure_ReturnsItsLossFromBeforeTheStep()
    {
        var w = LinearRegression.Weights();
        using var optimizer = optim.SGD([w], 0.1);
        var before = LinearRegression.Loss(w).item<float>();

        var loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            var value = LinearRegression.Loss(w);
            value.backward();
            return value;
        });

        Assert.Equal(before, loss!.item<float>());
        Assert.True(LinearRegression.Loss(w).item<float>() < before);
    }

    [Fact]
    public void zero_grad_AfterBackward_LeavesZeros()
    {
        var w = One();
        using var optimizer = optim.SGD([w], 0.1);
        w.backward();

        optimizer.zero_grad();

        Assert.Equal(0f, w.grad!.item<float>());
    }

    [Fact]
    public void SGD_WithNesterovAndNoMomentum_SaysWhatItNeeds()
    {
        var error = Assert.Throws<ArgumentException>(() => optim.SGD([One()], 0.1, nesterov: true));

        Assert.Equal("Nesterov momentum needs a momentum above 0 and a dampening of 0.", error.Message);
    }

    [Fact]
    public void Betas_OfAdam_SetThoseOfEveryGroup()
    {
        using var optimizer = optim.Adam([new Adam.ParamGroup([One()]), new Adam.ParamGroup([One()])]);

        optimizer.Betas = (0.5, 0.6);

        Assert.All(optimizer.ParamGroups, group => Assert.Equal((0.5, 0.6), ((Adam.ParamGroup)group).Betas));
    }

    private static Parameter One() => new(ones(1));
}
