using Framework.Torch.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests.Distributed;

public sealed class GradientReducerTests
{
    // Loss of a rank: (rank + 1) sum(a) + sum(b^2) on rank 0 alone: gradients 1 + 2 + 3 and 2 b; c has none anywhere.
    [GlooFact]
    public void Backward_LossesThatReachOtherParameters_SumsWhatThereIs()
    {
        var gradients = Ranks.Run(3, group =>
        {
            using var scope = NewDisposeScope();
            Tensor a = ones(4).requires_grad_(), b = tensor(new[] { 2f, 3f }).requires_grad_(), c = ones(2).requires_grad_();
            using var reducer = new GradientReducer(group, [a, b, c]);
            var loss = a.sum() * (group.Rank + 1);
            if (group.Rank == 0)
                loss = loss + b.square().sum();
            reducer.Backward(loss);
            Assert.Null(c.grad);
            return (a.grad!.data<float>().ToArray(), b.grad!.data<float>().ToArray());
        });

        Assert.All(gradients, rank => Assert.Equal([6, 6, 6, 6], rank.Item1));
        Assert.All(gradients, rank => Assert.Equal([4, 6], rank.Item2));
    }

    [GlooFact]
    public void Backward_AfterPassesThatDoNotSum_SumsAllOfThem()
    {
        var gradients = Ranks.Run(2, group =>
        {
            using var scope = NewDisposeScope();
            var weight = ones(3).requires_grad_();
            using var reducer = new GradientReducer(group, [weight]);
            reducer.Backward(weight.sum() * (group.Rank + 1), sums: false);
            reducer.Backward(weight.sum() * 10);
            return weight.grad![0].item<float>();
        });

        Assert.Equal([23, 23], gradients);
    }

    // Three buckets at least: 1 MB first, then 25 MB.
    [GlooFact]
    public void Backward_MoreThanABucketHolds_SumsEveryParameter()
    {
        var sums = Ranks.Run(2, group =>
        {
            using var scope = NewDisposeScope();
            Tensor[] parameters = [.. Enumerable.Range(0, 4).Select(_ => ones(3_500_000).requires_grad_())];
            using var reducer = new GradientReducer(group, parameters);
            for (var step = 0; step < 2; step++)
            {
                foreach (var parameter in parameters)
                    parameter.grad = null;
                var loss = parameters.Select((parameter, i) => parameter.sum() * ((i + 1) * (group.Rank + 1))).Aggregate((sum, next) => sum + next);
                reducer.Backward(loss);
            }

            return parameters.Select(parameter => (parameter.grad!.min().item<float>(), parameter.grad.max().item<float>())).ToArray();
        });

        Assert.All(sums, rank => Assert.Equal([(3f, 3f), (6f, 6f), (9f, 9f), (12f, 12f)], rank));
    }
}
