using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

/// <summary>Parameters updated in lists, as they are on a GPU, end where parameters updated one by one do.</summary>
public sealed class UpdateListTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    public static TheoryData<string, Func<Parameter[], OptimizerHelper>> Optimizers => new()
    {
        { "SGD", w => optim.SGD(w, 0.1, momentum: 0.9, weight_decay: 0.1, nesterov: true) },
        { "Adam", w => optim.Adam(w, 0.01, weight_decay: 0.1, amsgrad: true) },
        { "AdamW", w => optim.AdamW(w, 0.01, weight_decay: 0.1, maximize: true) },
        { "RMSProp", w => optim.RMSProp(w, 0.01, momentum: 0.9, centered: true) },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void step_OfLists_GivesTheBitsOfSingleUpdates(string name, Func<Parameter[], OptimizerHelper> make)
    {
        var (single, listed) = (Parameters(), Parameters());

        var one = make(single);
        one.UpdatesInOnePass = false;
        Train(one, single);
        var optimizer = make(listed);
        (optimizer.UpdatesInOnePass, optimizer.UpdatesInLists) = (false, _ => true);
        Train(optimizer, listed);

        foreach (var (expected, actual) in single.Zip(listed))
            Assert.True(LinearRegression.Values(expected).SequenceEqual(LinearRegression.Values(actual)), name);
        Assert.False(LinearRegression.Values(single[0]).SequenceEqual(LinearRegression.Values(Parameters()[0])), name);
    }

    private static Parameter[] Parameters() =>
        [LinearRegression.Weights(), new(full([4, 3], 0.5f)), new(full([4, 3], 0.25f))];

    // The second parameter sits out the first steps, so that the counts of steps and the momenta differ.
    private static void Train(OptimizerHelper optimizer, Parameter[] w)
    {
        using (optimizer)
            for (var step = 0; step < 6; step++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var sum = step < 2 ? w[0] * 1 + w[2] : w[0] + w[1] + w[2];
                LinearRegression.Loss(sum).backward();
                optimizer.step();
            }
    }
}
