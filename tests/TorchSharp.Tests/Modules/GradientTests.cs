using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

/// <summary>Gradients of every layer kind, by its input and its parameters, against central differences in float64.</summary>
public sealed class GradientTests : IDisposable
{
    private const double Step = 1e-6;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    private static readonly Dictionary<string, (Func<nn.Module<Tensor, Tensor>> Layer, long[] Input)> Layers = new()
    {
        ["Conv1d"] = (() => nn.Conv1d(2, 3, 3, padding: 1), [2, 2, 5]),
        ["Conv2d grouped"] = (() => nn.Conv2d(2, 4, 3, stride: 2, padding: 1, groups: 2), [1, 2, 5, 4]),
        ["Conv2d reflected"] = (() => nn.Conv2d(1, 2, 3, padding: 1, padding_mode: PaddingModes.Reflect), [1, 1, 4, 3]),
        ["Conv3d"] = (() => nn.Conv3d(1, 2, 2), [1, 1, 3, 3, 2]),
        ["ConvTranspose1d"] = (() => nn.ConvTranspose1d(2, 1, 3, stride: 2), [1, 2, 4]),
        ["ConvTranspose2d"] = (() => nn.ConvTranspose2d(1, 2, 2, stride: 2), [1, 1, 3, 2]),
        ["ConvTranspose3d"] = (() => nn.ConvTranspose3d(1, 1, 2), [1, 1, 2, 2, 3]),
        ["Linear"] = (() => nn.Linear(3, 2), [4, 3]),
        ["BatchNorm1d"] = (() => nn.BatchNorm1d(3), [5, 3]),
        ["BatchNorm2d"] = (() => nn.BatchNorm2d(2), [2, 2, 3, 2]),
        ["BatchNorm3d"] = (() => nn.BatchNorm3d(2), [2, 2, 2, 1, 3]),
        ["BatchNorm2d evaluated"] = (() => Evaluated(nn.BatchNorm2d(2)), [2, 2, 3, 2]),
        ["InstanceNorm2d"] = (() => nn.InstanceNorm2d(2, affine: true), [2, 2, 3, 2]),
        ["GroupNorm"] = (() => nn.GroupNorm(2, 4), [2, 4, 3]),
        ["LayerNorm"] = (() => nn.LayerNorm([2, 3]), [2, 2, 3]),
        ["PReLU"] = (() => nn.PReLU(2), [2, 2, 3]),
        ["GELU"] = (() => nn.GELU(), [6]),
        ["SiLU"] = (() => nn.SiLU(), [6]),
        ["LeakyReLU"] = (() => nn.LeakyReLU(), [6]),
        ["Softmax"] = (() => nn.Softmax(1), [2, 4]),
        ["LogSoftmax"] = (() => nn.LogSoftmax(1), [2, 4]),
        ["MaxPool2d"] = (() => nn.MaxPool2d(2), [1, 2, 4, 4]),
        ["AvgPool3d"] = (() => nn.AvgPool3d(2), [1, 1, 2, 4, 2]),
        ["AdaptiveAvgPool2d"] = (() => nn.AdaptiveAvgPool2d(2), [1, 1, 3, 5]),
        ["AdaptiveMaxPool1d"] = (() => nn.AdaptiveMaxPool1d(2), [1, 1, 5]),
        ["Upsample"] = (() => nn.Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear), [1, 1, 2, 3]),
        ["ReplicationPad2d"] = (() => nn.ReplicationPad2d(1), [1, 1, 2, 3]),
        ["Residual row"] = (() => nn.Sequential(nn.Conv2d(1, 2, 3, padding: 1), nn.BatchNorm2d(2), nn.Tanh(), nn.Flatten(), nn.Linear(12, 2)),
            [3, 1, 2, 3]),
    };

    public static TheoryData<string> Names => new(Layers.Keys);

    private static nn.Module<Tensor, Tensor> Evaluated(nn.Module<Tensor, Tensor> layer)
    {
        layer.eval();
        return layer;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_AnyLayer_EqualsFiniteDifferences(string name)
    {
        var (create, shape) = Layers[name];
        using var layer = create().Settled();
        var input = Numbers.Scattered(shape, 3).requires_grad_();

        AssertGradients(() => layer.call(input), [input, .. layer.parameters()]);
    }

    [Fact]
    public void Backward_Lstm_EqualsFiniteDifferences()
    {
        using var lstm = nn.LSTM(2, 3, numLayers: 2, bidirectional: true).Settled();
        var input = Numbers.Scattered([3, 2, 2], 3).requires_grad_();

        AssertGradients(() => lstm.call(input).Item1, [input, .. lstm.parameters()]);
    }

    [Fact]
    public void Backward_Gru_EqualsFiniteDifferences()
    {
        using var gru = nn.GRU(2, 2).Settled();
        var input = Numbers.Scattered([3, 1, 2], 3).requires_grad_();

        AssertGradients(() => gru.call(input).Item1, [input, .. gru.parameters()]);
    }

    [Fact]
    public void Backward_Embedding_EqualsFiniteDifferences()
    {
        using var layer = nn.Embedding(4, 2).Settled();
        var places = Numbers.Classes(0, 3, 3);

        AssertGradients(() => layer.call(places), [.. layer.parameters()]);
    }

    [Fact]
    public void Backward_Losses_EqualFiniteDifferences()
    {
        var input = Numbers.Scattered([3, 4], 5).requires_grad_();
        var target = Numbers.Scattered([3, 4], 6).sigmoid();
        var classes = Numbers.Classes(3, 0, 1);
        var weights = Numbers.Row(1, 2, 3, 4);

        AssertGradients(() => nn.functional.binary_cross_entropy_with_logits(input, target, pos_weights: weights), [input]);
        AssertGradients(() => nn.functional.cross_entropy(input, classes, weights, label_smoothing: 0.1), [input]);
        AssertGradients(() => nn.functional.mse_loss(input, target), [input]);
        AssertGradients(() => nn.functional.smooth_l1_loss(input, target, beta: 0.5), [input]);
        AssertGradients(() => nn.functional.huber_loss(input, target, 0.5), [input]);
        AssertGradients(() => nn.functional.kl_div(input, target, log_target: false), [input]);
    }

    [Fact]
    public void Backward_GridSampleAndAttention_EqualFiniteDifferences()
    {
        var image = Numbers.Scattered([1, 1, 3, 3], 1).requires_grad_();
        var grid = (Numbers.Scattered([1, 2, 2, 2], 2) * 0.9).detach().requires_grad_();
        var query = Numbers.Scattered([2, 3, 4], 8).requires_grad_();

        AssertGradients(() => nn.functional.grid_sample(image, grid), [image, grid]);
        AssertGradients(() => nn.functional.scaled_dot_product_attention(query, query, query, is_casual: true), [query]);
    }

    // The scalar whose gradient is taken is a sum of the results with weights that are all different.
    private static void AssertGradients(Func<Tensor> compute, Tensor[] by)
    {
        foreach (var tensor in by)
            tensor.grad = null;
        using (NewDisposeScope())
            Weighted(compute()).backward();
        foreach (var tensor in by)
            Numbers.AssertClose(Differences(compute, tensor), tensor.grad!, 1e-7);
    }

    private static Tensor Weighted(Tensor result) => (result * (Numbers.Scattered(result.shape, 42) + 2)).sum();

    private static double[] Differences(Func<Tensor> compute, Tensor by)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        var flat = by.detach().view(-1);
        return [.. Enumerable.Range(0, (int)flat.numel()).Select(i => (At(i, Step) - At(i, -Step)) / (2 * Step))];

        double At(int place, double change)
        {
            using var inner = NewDisposeScope();
            var element = flat.select(0, place);
            element.add_(change);
            var value = Weighted(compute()).ToDouble();
            element.add_(-change);
            return value;
        }
    }
}
