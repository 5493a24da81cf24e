using Framework.Sdk;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Framework.Sdk.Testing;

/// <summary>What every optimizer promises: it goes downhill, keeps the groups' rates, and goes on from its saved state.</summary>
public abstract class OptimizerContract
{
    /// <summary>Makes the factory; with a learning rate that suits a valley of curvature 1 about three units away.</summary>
    protected abstract IOptimizerFactory Create();

    /// <summary>Steps in which half of the way is done. Default: 200.</summary>
    protected virtual int Steps => 200;

    /// <summary>It comes down a smooth valley.</summary>
    [Fact]
    public void Step_SmoothValley_ComesDown()
    {
        using var scope = NewDisposeScope();
        var (parameter, optimizer) = Begin();
        for (var step = 0; step < Steps; step++)
            Step(parameter, optimizer);
        Assert.True(Distance(parameter) < 1.5, $"after {Steps} steps it is {Distance(parameter):0.###} from the lowest place, from which it began 3 away.");
    }

    /// <summary>One group for each that was given, with the factor of its rate.</summary>
    [Fact]
    public void Create_Groups_KeepTheirRates()
    {
        using var scope = NewDisposeScope();
        var groups = new[] { 1.0, 10.0 }.Select(factor => new ParameterGroup(factor, [($"p{factor}", new Parameter(zeros(2)))])).ToList();
        using var optimizer = Create().Create(groups);
        var rates = optimizer.ParamGroups.Select(group => group.LearningRate).ToList();
        Assert.True(rates.Count == 2, $"two groups of parameters became {rates.Count}.");
        Assert.True(Math.Abs((rates[1] / rates[0]) - 10) < 1e-9, $"the second group's rate is {rates[1] / rates[0]:0.###} times the first one's, and its factor is 10.");
    }

    /// <summary>From its saved state it takes the steps that it would have taken.</summary>
    [Fact]
    public void State_LoadedIntoAnother_GoesOnAsBefore()
    {
        using var scope = NewDisposeScope();
        var (parameter, optimizer) = Begin();
        for (var step = 0; step < 5; step++)
            Step(parameter, optimizer);
        var (other, resumed) = Begin();
        using (no_grad())
            other.copy_(parameter);
        using var saved = new MemoryStream();
        using (var writer = new BinaryWriter(saved, System.Text.Encoding.UTF8, leaveOpen: true))
            optimizer.save_state_dict(writer);
        saved.Position = 0;
        using var reader = new BinaryReader(saved);
        resumed.load_state_dict(reader);
        for (var step = 0; step < 5; step++)
        {
            Step(parameter, optimizer);
            Step(other, resumed);
        }

        Assert.True(parameter.eq(other).all().item<bool>(), "with its state loaded into another optimizer it takes other steps. Everything that steps depend on belongs into state_dict.");
    }

    private (Parameter Parameter, OptimizerHelper Optimizer) Begin()
    {
        var parameter = new Parameter(full(4, 3.0f));
        var optimizer = Create().Create([new ParameterGroup(1, [("place", parameter)])]);
        Assert.True(optimizer is OptimizerHelper, $"{optimizer.GetType().Name} is no OptimizerHelper, so that its state cannot be saved.");
        return (parameter, (OptimizerHelper)optimizer);
    }

    private static void Step(Parameter parameter, optim.Optimizer optimizer)
    {
        optimizer.zero_grad();
        parameter.square().sum().div(2).backward();
        optimizer.step();
    }

    private static double Distance(Parameter parameter) => parameter.detach().abs().max().item<float>();
}
