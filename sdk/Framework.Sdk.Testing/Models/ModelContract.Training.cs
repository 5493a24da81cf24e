using Framework.Sdk;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Framework.Sdk.Testing;

public abstract partial class ModelContract
{
    private const double LearningRate = 0.01;

    /// <summary>One step back reaches every parameter that learns.</summary>
    [Fact]
    public void Backward_OneStep_ReachesEveryParameter()
    {
        using var scope = NewDisposeScope();
        using var model = Make(seed: 1);
        using var batch = Images(CaseCount);
        model.Module.train();
        Loss(model.Forward(batch), batch).backward();
        var learning = model.Module.named_parameters().Where(pair => pair.parameter.requires_grad && !Unused.Any(name => pair.name.StartsWith(name, StringComparison.Ordinal))).ToList();
        var anywhere = false;
        foreach (var (name, parameter) in learning)
        {
            var gradient = parameter.grad;
            Assert.True(gradient is not null, $"no gradient reaches '{name}'. Do not detach, copy to numbers, or leave the layer out of the forward pass.");
            Assert.True(gradient.isfinite().all().item<bool>(), $"the gradient of '{name}' is not finite.");
            anywhere |= gradient.count_nonzero().item<long>() > 0;
        }

        Assert.True(anywhere, "every gradient is zero: the network cannot learn.");
    }

    /// <summary>One batch can be learnt by heart.</summary>
    [Fact]
    public void Train_OneBatch_IsLearntByHeart()
    {
        var losses = Train(Steps, _ => { });
        Assert.True(
            losses[^1] <= FallsTo * losses[0],
            $"the loss of one batch went from {losses[0]:0.####} to {losses[^1]:0.####} in {Steps} steps, and should fall to {FallsTo} of its first value. Look for a layer that saturates or is not trained.");
    }

    /// <summary>No step leaves a tensor behind.</summary>
    [Fact]
    public void Train_EveryStep_LeavesTheSameNumberOfTensors()
    {
        var counts = new List<long>();
        Train(6, _ => counts.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount));
        // The first step makes gradients and the optimizer's state.
        Assert.True(counts[1..].Distinct().Count() == 1, $"the number of live tensors goes {string.Join(", ", counts)} from step to step. Keep no tensor of a batch in a field; dispose what leaves its scope.");
    }

    private List<double> Train(int steps, Action<int> afterStep)
    {
        using var whole = NewDisposeScope();
        using var model = Make(seed: 1);
        using var optimizer = optim.Adam(model.Module.parameters(), LearningRate);
        using var batch = Images(CaseCount);
        model.Module.train();
        var losses = new List<double>();
        for (var step = 0; step < steps; step++)
        {
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                var loss = Loss(model.Forward(batch), batch);
                loss.backward();
                optimizer.step();
                losses.Add(loss.item<float>());
            }

            afterStep(step);
        }

        return losses;
    }
}
