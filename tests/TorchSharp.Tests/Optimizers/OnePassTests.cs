using TorchSharp.Modules;
using TorchSharp.Tests.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

/// <summary>The bridge's own step over all parameters at once ends where libtorch's list operators do.</summary>
[Collection(nameof(LiveTensorTests))] // a thread that first meets libtorch while another sets one thread would keep that
public sealed class OnePassTests : IDisposable
{
    private const double Rounding = 2e-6;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    public static TheoryData<string, Func<Parameter[], OptimizerHelper>> Optimizers => new()
    {
        { "SGD", w => optim.SGD(w, 0.1) },
        { "SGD with decay", w => optim.SGD(w, 0.1, weight_decay: 0.1, maximize: true) },
        { "SGD with momentum", w => optim.SGD(w, 0.05, momentum: 0.9, dampening: 0.3, weight_decay: 0.1) },
        { "SGD with Nesterov's", w => optim.SGD(w, 0.05, momentum: 0.9, nesterov: true) },
        { "Adam", w => optim.Adam(w, 0.01) },
        { "Adam with decay", w => optim.Adam(w, 0.01, weight_decay: 0.1, maximize: true) },
        { "Adam with amsgrad", w => optim.Adam(w, 0.01, amsgrad: true) },
        { "AdamW", w => optim.AdamW(w, 0.01, weight_decay: 0.1) },
        { "AdamW with amsgrad", w => optim.AdamW(w, 0.01, weight_decay: 0.1, amsgrad: true, maximize: true) },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void step_InOnePass_EndsWhereListOperatorsDo(string name, Func<Parameter[], OptimizerHelper> make)
    {
        var (expected, actual) = (Parameters(), Parameters());

        Train(make(expected), expected, inOnePass: false);
        Train(make(actual), actual, inOnePass: true);

        foreach (var (left, right) in expected.Zip(actual))
            Assert.True(((left - right).abs() <= Rounding * (1 + left.abs())).all().item<bool>(), name);
        Assert.False(expected[0].allclose(Parameters()[0]), name);
    }

    [Fact]
    public void step_AnyNumberOfThreads_GivesTheSameBits()
    {
        var threads = get_num_threads();
        try
        {
            set_num_threads(1);
            var one = Trained();
            set_num_threads(2);
            Assert.True(one.SequenceEqual(Trained()));
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    // A gradient, or a state made before the weights were laid out anew, may have other strides than the parameter.
    [Fact]
    public void step_StridesThatDiffer_UpdatesEachElementWithItsOwn()
    {
        var weight = new Parameter(arange(6, dtype: float32).reshape(2, 3));
        using var optimizer = optim.SGD([weight], 1, momentum: 0.5);
        weight.grad = ones(2, 3);
        optimizer.step();
        using (no_grad())
            weight.set_(weight.t().contiguous().t());
        weight.grad = arange(6, dtype: float32).reshape(2, 3);
        optimizer.step();

        // momentum 1 -> 0.5 + gradient
        Assert.Equal([-1.5f, -1.5f, -1.5f, -1.5f, -1.5f, -1.5f], weight.detach().contiguous().data<float>().ToArray());
    }

    [Fact]
    public void step_NaNGradient_IsNotHiddenByAmsgrad()
    {
        var weight = new Parameter(ones(3));
        using var optimizer = optim.Adam([weight], amsgrad: true);
        weight.grad = tensor(new[] { 1f, float.NaN, 1f });
        optimizer.step();

        Assert.Equal([false, true, false], weight.isnan().data<bool>().ToArray());
    }

    private static float[] Trained()
    {
        var parameters = Parameters();
        Train(optim.Adam(parameters, 0.01), parameters, inOnePass: true);
        return [.. parameters.SelectMany(LinearRegression.Values)];
    }

    // More elements than one piece, and not a multiple of any vector's length.
    private static Parameter[] Parameters() =>
        [new(arange(70_001, dtype: float32) / 35_000 - 1), new(full([4, 3], 0.5f)), new((arange(60, dtype: float32) / 60).reshape(2, 5, 3, 2).permute(0, 3, 1, 2).contiguous())];

    private static void Train(OptimizerHelper optimizer, Parameter[] w, bool inOnePass)
    {
        using (optimizer)
        {
            optimizer.UpdatesInOnePass = inOnePass;
            for (var step = 0; step < 6; step++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var losses = w.Skip(step % 2).Select((each, i) => (each * each * (i + 1)).sum());
                losses.Aggregate((left, right) => left + right).backward();
                optimizer.step();
            }
        }
    }
}
