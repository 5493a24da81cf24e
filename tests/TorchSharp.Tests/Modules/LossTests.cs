using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class LossTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    private static double LogSigmoid(double x) => -Math.Log(1 + Math.Exp(-x));

    [Fact]
    public void BceWithLogits_PosWeightAndWeight_FollowTheFormula()
    {
        double[] logits = [-2, 0.5, 3, -1], targets = [1, 0, 1, 0.25], weights = [1, 2, 1, 2], positive = [3, 5, 3, 5];
        var expected = logits.Select((x, i) =>
            -weights[i] * (positive[i] * targets[i] * LogSigmoid(x) + (1 - targets[i]) * LogSigmoid(-x))).ToArray();
        var (input, target) = (Numbers.Of([2, 2], logits), Numbers.Of([2, 2], targets));

        using var loss = nn.BCEWithLogitsLoss(Numbers.Row(1, 2), nn.Reduction.None, Numbers.Row(3, 5));

        Numbers.AssertClose(expected, loss.call(input, target));
        using var mean = nn.BCEWithLogitsLoss(Numbers.Row(1, 2), pos_weights: Numbers.Row(3, 5));
        Numbers.AssertClose([expected.Average()], mean.call(input, target));
    }

    [Fact]
    public void BceWithLogits_ExtremeLogits_StayFinite()
    {
        using var loss = nn.BCEWithLogitsLoss(reduction: nn.Reduction.None);

        Numbers.AssertClose([1000, 0], loss.call(Numbers.Row(-1000, 1000), Numbers.Row(1, 1)));
    }

    [Fact]
    public void Bce_Probabilities_FollowTheFormula()
    {
        using var loss = nn.BCELoss(reduction: nn.Reduction.Sum);

        Numbers.AssertClose([-Math.Log(0.8) - Math.Log(0.7)], loss.call(Numbers.Row(0.8, 0.3), Numbers.Row(1, 0)));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void CrossEntropy_WeightsIgnoredTargetAndSmoothing_FollowTheFormula(double smoothing)
    {
        double[][] logits = [[1, 2, 0.5], [0.1, -1, 3], [2, 2, 2], [-1, 0, 1]];
        long[] targets = [2, 0, 1, 1];
        double[] weights = [1, 2, 4];
        const long ignored = 0;
        double sum = 0, weight = 0;
        foreach (var (row, target) in logits.Zip(targets).Where(pair => pair.Second != ignored))
        {
            var logarithms = row.Select(x => x - Math.Log(row.Sum(Math.Exp))).ToArray();
            var spread = weights.Zip(logarithms, (w, l) => -w * l).Sum() * smoothing / 3;
            sum += (1 - smoothing) * -weights[target] * logarithms[target] + spread;
            weight += weights[target];
        }

        using var loss = new TorchSharp.Modules.CrossEntropyLoss(Numbers.Row(weights), ignored, nn.Reduction.Mean, smoothing);
        var result = loss.call(Numbers.Of([4, 3], [.. logits.SelectMany(row => row)]), Numbers.Classes(targets));

        Numbers.AssertClose([sum / weight], result);
    }

    [Fact]
    public void CrossEntropy_DefaultIgnoredTarget_DoesNotCount()
    {
        using var loss = nn.CrossEntropyLoss();

        Numbers.AssertClose([Math.Log(2)], loss.call(Numbers.Of([2, 2], 0, 0, 9, 0), Numbers.Classes(1, -100)));
    }

    [Fact]
    public void CrossEntropy_Image_AveragesOverPixels()
    {
        using var loss = nn.CrossEntropyLoss(reduction: nn.Reduction.None);

        var result = loss.call(Numbers.Of([1, 2, 1, 2], 0, 3, 0, 0), Numbers.Classes(0, 1).reshape(1, 1, 2));

        Assert.Equal([1, 1, 2], result.shape);
        Numbers.AssertClose([Math.Log(2), Math.Log(1 + Math.Exp(3))], result);
    }

    [Fact]
    public void CrossEntropy_ProbabilityTargets_WeighTheLogarithms()
    {
        using var loss = nn.CrossEntropyLoss();

        Numbers.AssertClose([Math.Log(2)], loss.call(Numbers.Of([1, 2], 1, 1), Numbers.Of([1, 2], 0.3, 0.7)));
    }

    [Fact]
    public void Nll_WeightedMean_DividesByTheWeights()
    {
        using var loss = nn.NLLLoss(Numbers.Row(1, 3));

        Numbers.AssertClose([(1 * 0.5 + 3 * 2) / 4], loss.call(Numbers.Of([2, 2], -0.5, -1, -7, -2), Numbers.Classes(0, 1)));
    }

    [Theory]
    [InlineData(nn.Reduction.Mean, 2.5, 1.5)]
    [InlineData(nn.Reduction.Sum, 5, 3)]
    public void MseAndL1_Reductions_AverageOrAdd(nn.Reduction reduction, double squared, double absolute)
    {
        using var mse = nn.MSELoss(reduction);
        using var l1 = nn.L1Loss(reduction);
        var (input, target) = (Numbers.Row(1, 5), Numbers.Row(2, 3));

        Numbers.AssertClose([squared], mse.call(input, target));
        Numbers.AssertClose([absolute], l1.call(input, target));
        Assert.Equal([2], new TorchSharp.Modules.MSELoss(nn.Reduction.None).call(input, target).shape);
    }

    [Fact]
    public void SmoothL1AndHuber_BelowAndAboveTheBound_AreQuadraticAndLinear()
    {
        using var smooth = nn.SmoothL1Loss(nn.Reduction.None, beta: 2);
        using var huber = nn.HuberLoss(2, nn.Reduction.None);
        var (input, target) = (Numbers.Row(1, 5), Numbers.Row(0, 0));

        Numbers.AssertClose([0.25, 4], smooth.call(input, target));
        Numbers.AssertClose([0.5, 8], huber.call(input, target));
    }

    [Fact]
    public void KlDiv_LogTargetsByDefault_TakesThemAsLogarithms()
    {
        double p = 0.25, q = 0.5;
        using var logarithms = nn.KLDivLoss(reduction: nn.Reduction.Sum);
        using var plain = nn.KLDivLoss(log_target: false, reduction: nn.Reduction.Sum);
        var input = Numbers.Row(Math.Log(q));

        Numbers.AssertClose([p * Math.Log(p / q)], logarithms.call(input, Numbers.Row(Math.Log(p))));
        Numbers.AssertClose([p * Math.Log(p / q)], plain.call(input, Numbers.Row(p)));
    }

    [Fact]
    public void LossesOfThreeArguments_HandWorkedVectors_FollowTheirFormulas()
    {
        using var ranking = nn.MarginRankingLoss(0.5);
        using var cosine = nn.CosineEmbeddingLoss(0.2, nn.Reduction.None);
        using var triplet = nn.TripletMarginLoss(margin: 2, eps: 0);

        Numbers.AssertClose([1.5], ranking.call(Numbers.Row(1), Numbers.Row(2), Numbers.Row(1)));
        Numbers.AssertClose([1 - 0.6, 0.6 - 0.2], cosine.call(Numbers.Of([2, 2], 1, 0, 1, 0), Numbers.Of([2, 2], 3, 4, 3, 4), Numbers.Row(1, -1)),
            1e-9);
        Numbers.AssertClose([5 - 4 + 2], triplet.call(Numbers.Of([1, 2], 0, 0), Numbers.Of([1, 2], 3, 4), Numbers.Of([1, 2], 4, 0)));
    }

    [Fact]
    public void SoftMargin_SignedTargets_FollowsTheFormula()
    {
        using var loss = nn.SoftMarginLoss();

        Numbers.AssertClose([Math.Log(1 + Math.Exp(-2))], loss.call(Numbers.Row(-2), Numbers.Row(-1)));
    }

    [Fact]
    public void PosWeight_LossWithinAModule_IsABufferUnderPyTorchsName()
    {
        using var module = new WithLoss();

        Assert.Equal(["loss.pos_weight", "loss.weight"], module.state_dict().Keys.Order());
        Assert.Empty(module.parameters());
    }

    private sealed class WithLoss : nn.Module
    {
        private readonly nn.Module loss = nn.BCEWithLogitsLoss(Numbers.Row(1), pos_weights: Numbers.Row(2));

        public WithLoss() : base(nameof(WithLoss)) => RegisterComponents();
    }
}
