using Framework.Torch.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests.Distributed;

public sealed class ProcessGroupTests
{
    [GlooTheory]
    [InlineData(2)]
    [InlineData(3)]
    public void AllReduce_OfEachRanksTensor_IsTheirSumOnAll(int size)
    {
        var sums = Ranks.Run(size, group =>
        {
            using var scope = NewDisposeScope();
            var own = arange(5, dtype: ScalarType.Float64) + (100 * group.Rank);
            group.AllReduce(own);
            return own.data<double>().ToArray();
        });

        Assert.All(sums, sum => Assert.Equal(Enumerable.Range(0, 5).Select(i => (size * i) + (100.0 * size * (size - 1) / 2)), sum));
    }

    [GlooFact]
    public void AllReduce_OfATransposedView_ChangesTheView()
    {
        var sums = Ranks.Run(2, group =>
        {
            using var scope = NewDisposeScope();
            var whole = arange(12, dtype: ScalarType.Float32).reshape(3, 4);
            group.AllReduce(whole.t().narrow(0, 1, 2));
            return whole.data<float>().ToArray();
        });

        Assert.All(sums, sum => Assert.Equal([0, 2, 4, 3, 4, 10, 12, 7, 8, 18, 20, 11], sum));
    }

    [GlooFact]
    public void Broadcast_OfOneRank_ReplacesTheOthers()
    {
        var values = Ranks.Run(3, group =>
        {
            using var own = tensor(new long[] { group.Rank, 7 });
            group.Broadcast(own, root: 1);
            return own.data<long>().ToArray();
        });

        Assert.All(values, value => Assert.Equal([1, 7], value));
    }

    [GlooFact]
    public void AllGather_OfEachRanksTensor_HasThemInOrder()
    {
        var gathered = Ranks.Run(3, group =>
        {
            using var scope = NewDisposeScope();
            var all = group.AllGather(tensor(new[] { group.Rank * 1.5, -1 }));
            Assert.Equal([3, 2], all.shape);
            return all.data<double>().ToArray();
        });

        Assert.All(gathered, all => Assert.Equal([0, -1, 1.5, -1, 3, -1], all));
    }

    [GlooFact]
    public void Barrier_LetsNobodyThroughBeforeAllAreThere()
    {
        var there = 0;
        var seen = Ranks.Run(3, group =>
        {
            Interlocked.Increment(ref there);
            group.Barrier();
            return Volatile.Read(ref there);
        });

        Assert.Equal([3, 3, 3], seen);
    }

    // L = sum over ranks of (rank + 1) * y^2 with y = the sum of all x: dL/dx = 2 y * 6 on every rank.
    [GlooFact]
    public void Sum_OfParts_HasTheGradientOfAllRanksLossesTogether()
    {
        var gradients = Ranks.Run(3, group =>
        {
            using var scope = NewDisposeScope();
            var part = tensor(1.0 + group.Rank).requires_grad_();
            var whole = group.Sum(part);
            Assert.Equal(6.0, whole.item<double>());
            (whole.square() * (group.Rank + 1)).backward();
            return part.grad!.item<double>();
        });

        Assert.Equal([72.0, 72.0, 72.0], gradients);
    }

    [GlooFact]
    public void AllReduce_WhereAnotherRankIsGone_NamesTheOperation()
    {
        var error = Assert.Throws<AggregateException>(() => Ranks.Run(2, group =>
        {
            if (group.Rank == 1)
                return 0;
            using var own = zeros(3);
            for (var i = 0; i < 100; i++)
                group.AllReduce(own);
            return 0;
        }));

        var own = Assert.IsType<EngineException>(Assert.Single(error.InnerExceptions));
        Assert.StartsWith("the all-reduce of rank 0 with 1 others failed: ", own.Message);
        Assert.EndsWith("A rank is gone, or the network to it.", own.Message);
        Assert.True(ProcessGroup.IsLoss(own));
    }

    [GlooFact]
    public void AllReduce_ThatAnotherRankNeverCallsFor_EndsWithTheTimeout()
    {
        using var done = new ManualResetEventSlim();
        var error = Assert.Throws<AggregateException>(() => Ranks.Run(2, group =>
        {
            if (group.Rank == 1)
            {
                done.Wait(TimeSpan.FromMinutes(1));
                return 0;
            }

            try
            {
                using var own = zeros(3);
                group.AllReduce(own);
                return 0;
            }
            finally
            {
                done.Set();
            }
        }, TimeSpan.FromSeconds(10)));

        Assert.StartsWith("the all-reduce of rank 0 with 1 others failed: ", Assert.Single(error.InnerExceptions).Message);
    }

    [GlooFact]
    public void Abort_FromAnotherThread_EndsAnOperationUnderWay()
    {
        using var done = new ManualResetEventSlim();
        var error = Assert.Throws<AggregateException>(() => Ranks.Run(2, group =>
        {
            if (group.Rank == 1)
            {
                done.Wait(TimeSpan.FromMinutes(1));
                return 0;
            }

            using var abort = new Timer(_ => group.Abort(), null, 200, Timeout.Infinite);
            try
            {
                using var own = zeros(3);
                group.AllReduce(own);
                return 0;
            }
            finally
            {
                done.Set();
            }
        }));

        Assert.Equal("the all-reduce of rank 0 with 1 others was broken off.", Assert.Single(error.InnerExceptions).Message);
    }

    [GlooFact]
    public void Open_OfARankBeyondTheLast_IsRefused()
    {
        using var store = Ranks.Serve();

        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessGroup.Open(store, "test", 2, 2, CPU, TimeSpan.FromSeconds(1)));
    }
}
