using Framework.Torch.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests.Distributed;

public sealed class RankNormalisationTests
{
    // What is left when a batch is normalised as a whole, and when its parts are, on as many ranks.
    [GlooTheory]
    [InlineData(new long[] { 5, 3, 4, 4 }, new[] { 3, 2 }, true)]
    [InlineData(new long[] { 5, 3, 2, 3, 4 }, new[] { 2, 2, 1 }, true)]
    [InlineData(new long[] { 3, 4, 1, 1 }, new[] { 1, 1, 1 }, true)] // one value of each channel on each
    [InlineData(new long[] { 4, 3, 5, 5 }, new[] { 2, 0, 2 }, true)] // a row that does not count
    [InlineData(new long[] { 6, 2 }, new[] { 2, 4 }, false)]
    public void BatchNorm_OfParts_IsThatOfTheWhole(long[] shape, int[] rows, bool affine)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var input = (randn(shape, dtype: ScalarType.Float64) * 2) + 5;
        var weighing = randn(shape, dtype: ScalarType.Float64);
        var whole = Normalise(input, weighing, affine, None);

        var starts = rows.Select((_, rank) => rows[..rank].Sum()).ToArray();
        var parts = Ranks.Run(rows.Length, group =>
        {
            using var own = NewDisposeScope();
            var (start, count) = (starts[group.Rank], rows[group.Rank]);
            var isCounted = count > 0;
            var result = Normalise(input.narrow(0, isCounted ? start : 0, Math.Max(count, 1)), weighing.narrow(0, isCounted ? start : 0, Math.Max(count, 1)) * (isCounted ? 1 : 0), affine,
                () => RankNormalisation.Begin(group, isCounted));
            return result;
        });

        double[] counted(int i) => [.. parts.Where((_, rank) => rows[rank] > 0).SelectMany(part => part[i])];
        Near(whole[0], counted(0)); // output
        Near(whole[1], counted(1)); // gradient of the input
        for (var i = 4; i < whole.Length; i++)
            Near(whole[i], [.. Enumerable.Range(0, whole[i].Length).Select(channel => parts.Sum(part => part[i][channel]))]); // of weight and bias

        Assert.All(parts, part => Near(whole[2], part[2])); // running mean
        Assert.All(parts, part => Near(whole[3], part[3])); // running variance
    }

    [GlooFact]
    public void InstanceNorm_InABlock_StaysTheRanksOwn()
    {
        using var scope = NewDisposeScope();
        var outputs = Ranks.Run(2, group =>
        {
            using var own = NewDisposeScope();
            var input = arange(2 * 3 * 4 * 4, dtype: ScalarType.Float32).reshape(2, 3, 4, 4).square() * (group.Rank + 1);
            var alone = nn.functional.instance_norm(input);
            using var block = RankNormalisation.Begin(group, rowsCount: true);
            return (nn.functional.instance_norm(input) - alone).abs().max().item<float>();
        });

        Assert.Equal([0f, 0f], outputs);
    }

    [GlooFact]
    public void BatchNorm_InEvaluationMode_AsksNobody()
    {
        var outputs = Ranks.Run(2, group =>
        {
            using var own = NewDisposeScope();
            using var norm = nn.BatchNorm2d(3);
            norm.eval();
            if (group.Rank == 1)
                return 0f; // it would wait for this one
            using var block = RankNormalisation.Begin(group, rowsCount: true);
            var input = ones(2, 3, 4, 4);
            return (norm.call(input) - (input / Math.Sqrt(1 + 1e-5))).abs().max().item<float>();
        });

        Assert.True(outputs[0] < 1e-6);
    }

    private static IDisposable? None() => null;

    private static double[][] Normalise(Tensor input, Tensor weighing, bool affine, Func<IDisposable?> begin)
    {
        var own = input.detach().clone().requires_grad_();
        long[] channels = [input.shape[1]];
        var weight = affine ? (arange(channels[0], dtype: ScalarType.Float64) + 0.5).requires_grad_() : null;
        var bias = affine ? (arange(channels[0], dtype: ScalarType.Float64) - 1).requires_grad_() : null;
        var (mean, variance) = (zeros(channels, dtype: ScalarType.Float64), ones(channels, dtype: ScalarType.Float64));
        Tensor output;
        using (begin())
            output = nn.functional.batch_norm(own, mean, variance, weight, bias, training: true);
        (output.square() * weighing).sum().backward();
        Tensor[] all = [output.detach(), own.grad!, mean, variance, .. affine ? new[] { weight!.grad!, bias!.grad! } : []];
        return Array.ConvertAll(all, tensor => tensor.contiguous().data<double>().ToArray());
    }

    private static void Near(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
}
