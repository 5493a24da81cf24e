using Framework.Torch.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests.Distributed;

/// <summary>What ranks do together on GPUs of their own.</summary>
public sealed class NcclTests
{
    private static Device Of(int rank) => new(DeviceType.CUDA, rank);

    [CudaFact(devices: 2)]
    public void Operations_OnGpus_AreThoseOfProcessors()
    {
        var all = Ranks.Run(2, Of, group =>
        {
            using var scope = NewDisposeScope();
            var sum = full([3], group.Rank + 1f, device: Of(group.Rank));
            group.AllReduce(sum);
            var told = tensor(new[] { (double)group.Rank + 7 }).to(Of(group.Rank));
            group.Broadcast(told);
            var gathered = group.AllGather(tensor(new[] { group.Rank * 1.5 }).to(Of(group.Rank)));
            return (double[])[.. sum.cpu().data<float>().ToArray(), .. told.cpu().data<double>().ToArray(), .. gathered.cpu().data<double>().ToArray()];
        });

        Assert.All(all, rank => Assert.Equal([3, 3, 3, 7, 0, 1.5], rank));
    }

    [CudaFact(devices: 2)]
    public void Backward_OnGpus_SumsGradients()
    {
        var gradients = Ranks.Run(2, Of, group =>
        {
            using var scope = NewDisposeScope();
            var weight = ones(3, device: Of(group.Rank)).requires_grad_();
            using var reducer = new GradientReducer(group, [weight]);
            reducer.Backward(weight.sum() * (group.Rank + 1));
            return weight.grad!.cpu()[0].item<float>();
        });

        Assert.Equal([3, 3], gradients);
    }

    // One GPU is enough to see that the back end is there and answers.
    [CudaFact]
    public void Operations_OfOneRank_ChangeNothing()
    {
        var sums = Ranks.Run(1, Of, group =>
        {
            using var scope = NewDisposeScope();
            var sum = full([3], 5f, device: Of(0));
            group.AllReduce(sum);
            return sum.cpu().data<float>().ToArray();
        });

        Assert.Equal([5, 5, 5], sums[0]);
    }
}
