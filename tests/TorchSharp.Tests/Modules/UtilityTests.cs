using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class UtilityTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly TorchSharp.Modules.Parameter[] _parameters;

    public UtilityTests()
    {
        _parameters = [nn.Parameter(Numbers.Row(1, 2)), nn.Parameter(Numbers.Of([1, 1], 3)), nn.Parameter(Numbers.Row(9))];
        _parameters[0].grad = Numbers.Row(3, 0);
        _parameters[1].grad = Numbers.Of([1, 1], -4);
    }

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void ClipGradNorm_AboveTheBound_ScalesAllByOneFactorAndTellsTheNorm()
    {
        Assert.Equal(5, nn.utils.clip_grad_norm_(_parameters, 2.5), 1e-12);

        Numbers.AssertClose([1.5, 0], _parameters[0].grad!, 1e-6);
        Numbers.AssertClose([-2], _parameters[1].grad!, 1e-6);
        Assert.Null(_parameters[2].grad);
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(1, 7)]
    [InlineData(double.PositiveInfinity, 4)]
    public void ClipGradNorm_BelowTheBound_ChangesNothing(double type, double norm)
    {
        Assert.Equal(norm, nn.utils.clip_grad_norm_(_parameters, 100, type), 1e-12);
        Numbers.AssertClose([3, 0], _parameters[0].grad!);
    }

    [Fact]
    public void ClipGradValue_EveryElement_IsCutOff()
    {
        nn.utils.clip_grad_value_(_parameters, 1);

        Numbers.AssertClose([1, 0], _parameters[0].grad!);
        Numbers.AssertClose([-1], _parameters[1].grad!);
    }

    [Fact]
    public void ParametersToVector_AndBack_KeepTheOrder()
    {
        using var vector = nn.utils.parameters_to_vector(_parameters);
        Numbers.AssertClose([1, 2, 3, 9], vector);

        nn.utils.vector_to_parameters(Numbers.Row(5, 6, 7, 8), _parameters);
        Numbers.AssertClose([5, 6], _parameters[0]);
        Numbers.AssertClose([7], _parameters[1]);
        var error = Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(Numbers.Row(5), _parameters));
        Assert.StartsWith("The parameters have 4 elements; the vector has 1.", error.Message, StringComparison.Ordinal);
    }
}
