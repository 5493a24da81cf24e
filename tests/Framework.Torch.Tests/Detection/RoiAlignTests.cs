using System.Runtime.InteropServices;
using System.Text.Json;
using Framework.Torch.Detection;
using TorchSharp;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Torch.Tests.Detection;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class RoiAlignTests : IDisposable
{
    private static readonly RoiAlign Reference = new() { Height = 7, Width = 7, Scale = 0.25 };
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [SharedDataTheory]
    [InlineData("sampling_ratio_2_not_aligned", 2, false)]
    [InlineData("adaptive_aligned", -1, true)]
    public void Apply_OfTheReferenceBoxes_GivesTorchvisionsFigures(string name, int samplingRatio, bool aligned)
    {
        var expected = OracleFile.Read("detection_ops.json").GetProperty("roi_align");
        var align = Reference with { SamplingRatio = samplingRatio, Aligned = aligned };

        foreach (var actual in new[] { align.Apply(Features(), Boxes(expected)), align.ApplyComposed(Features(), Boxes(expected)) })
            AssertWithin(1e-4, expected.GetProperty(name).Numbers(), Numbers(actual));
    }

    [SharedDataFact]
    public void backward_OfTheSumOfSquares_GivesTorchvisionsFigures()
    {
        var oracle = OracleFile.Read("detection_ops.json").GetProperty("roi_align");
        var expected = oracle.GetProperty("grad_of_sum_of_squares");
        var features = Features().requires_grad_();

        (Reference with { SamplingRatio = 2 }).Apply(features, Boxes(oracle)).square().sum().backward();

        var gradient = Numbers(features.grad!);
        AssertWithin(1e-4, expected.GetProperty("first").Numbers(), gradient[..8]);
        Assert.Equal(expected.GetProperty("sum").GetDouble(), gradient.Sum(), 1e-3);
        Assert.Equal(expected.GetProperty("abs_sum").GetDouble(), gradient.Sum(Math.Abs), 1e-3);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void Apply_OnTheCpu_EqualsTheComposedOperators(int samplingRatio, bool aligned)
    {
        manual_seed(3);
        var align = new RoiAlign { Height = 5, Width = 4, Scale = 0.5, SamplingRatio = samplingRatio, Aligned = aligned };
        var (kernel, composed) = (rand(2, 3, 17, 13).requires_grad_(), zeros(0));
        composed = kernel.detach().clone().requires_grad_();
        var boxes = RandomBoxes(100);

        var (left, right) = (align.Apply(kernel, boxes), align.ApplyComposed(composed, boxes));
        var weight = rand(left.shape);
        (left * weight).sum().backward();
        (right * weight).sum().backward();

        AssertWithin(1e-5, Numbers(right), Numbers(left));
        AssertWithin(1e-4, Numbers(composed.grad!), Numbers(kernel.grad!));
    }

    // Small boxes and some that are as tall or as wide as the image: those that go together in memory are few where one of them takes many samples.
    [Fact]
    public void ApplyComposed_OfBoxesOfManySizes_IsTheKernels()
    {
        manual_seed(6);
        var align = new RoiAlign { Height = 28, Width = 28 };
        var features = rand(1, 1, 512, 512);
        var corner = rand(40, 2) * 400;
        var size = rand(40, 2) * 10 + 1;
        size[TensorIndex.Slice(step: 6), 0] = tensor(500f);
        size[TensorIndex.Slice(3, step: 6), 1] = tensor(500f);
        var boxes = cat([zeros(40, 1), corner, corner + size], 1);

        AssertWithin(1e-4, Numbers(align.Apply(features, boxes)), Numbers(align.ApplyComposed(features, boxes)));
    }

    [Fact]
    public void backward_InFloat64_EqualsFiniteDifferences()
    {
        manual_seed(5);
        var align = new RoiAlign { Height = 3, Width = 2, Scale = 0.5, SamplingRatio = 2 };
        var boxes = tensor([0.0, 1, 1, 9, 8, 0, -3, 2, 30, 5]).reshape(2, 5);
        var features = rand([1, 2, 5, 6], float64).requires_grad_();
        var weight = rand([2, 2, 3, 2], float64);

        (align.Apply(features, boxes).pow(2) * weight).sum().backward();

        var gradient = Numbers(features.grad!);
        for (var at = 0; at < gradient.Length; at++)
            Assert.Equal((LossAt(at, 1e-5) - LossAt(at, -1e-5)) / 2e-5, gradient[at], 1e-8);

        double LossAt(int index, double step)
        {
            using var moved = features.detach().clone();
            moved.view(-1)[index] += step;
            return (align.Apply(moved, boxes).pow(2) * weight).sum().item<double>();
        }
    }

    [Fact]
    public void backward_OfTheGradient_IsTheOperatorItself()
    {
        var features = rand([1, 1, 4, 4], float64).requires_grad_();
        var align = new RoiAlign { Height = 2, Width = 2 };
        var boxes = tensor([0.0, 0, 0, 3, 3]).reshape(1, 5);

        var gradient = autograd.grad([align.Apply(features, boxes).pow(3).sum()], [features], create_graph: true)[0];
        gradient.sum().backward();

        // f = sum (A x)^3: the gradient of the gradient's sum is 6 A^T ((A x) (A 1)), and A 1 is 1 where no sample is outside.
        var expected = autograd.grad([align.Apply(features, boxes).pow(2).sum() * 3], [features])[0];
        AssertWithin(1e-12, Numbers(expected), Numbers(features.grad!));
    }

    [Fact]
    public void Apply_WithoutBoxes_IsEmptyAndLetsGradientsThrough()
    {
        var features = rand(1, 3, 8, 8).requires_grad_();

        foreach (var output in new[] { Reference.Apply(features, zeros(0, 5)), Reference.ApplyComposed(features, zeros(0, 5)) })
        {
            output.sum().backward();
            Assert.Equal([0, 3, 7, 7], output.shape);
        }

        Assert.Equal(0, features.grad!.abs().sum().item<float>());
    }

    [Fact]
    public void Apply_FarBeyondTheBorder_IsZero()
    {
        var boxes = tensor([0f, 500, 500, 600, 600, 0, -300, -300, -200, -200]).reshape(2, 5);

        Assert.Equal(0, (Reference with { SamplingRatio = 2 }).Apply(ones(1, 2, 8, 8), boxes).abs().sum().item<float>());
    }

    [Fact]
    public void Apply_AcrossTheBorderOfAConstant_IsTheConstantWithinAPixel()
    {
        // A box that ends at the border has all its samples within the image, whose bilinear values are 3.
        var boxes = tensor([0f, 0, 0, 8, 8]).reshape(1, 5);

        var output = new RoiAlign { Height = 2, Width = 2, SamplingRatio = 2 }.Apply(full(1, 1, 8, 8, 3f), boxes);

        Assert.All(Numbers(output), value => Assert.Equal(3, value, 1e-6));
    }

    [Fact]
    public void Apply_OfBFloat16UnderAutocast_ComputesInFloat32AndGivesBFloat16()
    {
        var features = rand(1, 2, 9, 9).to(bfloat16);
        var boxes = tensor([0f, 0.3f, 1.7f, 30.2f, 29.9f]).reshape(1, 5);
        using var autocast = Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16);

        var output = Reference.Apply(features, boxes);

        Assert.Equal(ScalarType.BFloat16, output.dtype);
        var exact = Reference.Apply(features.to(float32), boxes).to(bfloat16).to(float32);
        AssertWithin(0, Numbers(exact), Numbers(output.to(float32)));
    }

    [Fact]
    public void Apply_OfABoxInNoImage_SaysWhich()
    {
        var error = Assert.Throws<ExternalException>(() => Reference.Apply(ones(2, 1, 4, 4), tensor([2f, 0, 0, 4, 4]).reshape(1, 5)));

        Assert.Equal("roi_align: a box belongs to image 2 of 2", error.Message);
    }

    private static Tensor Features() => OracleTensors.Input([1, 4, 20, 24]);

    private static Tensor Boxes(JsonElement expected)
    {
        var rows = expected.GetProperty("boxes").EnumerateArray().SelectMany(row => row.Numbers().Prepend(0)).Select(value => (float)value);
        return tensor(rows.ToArray()).reshape(-1, 5);
    }

    // Inside, across and beyond the border, and some without an area.
    private static Tensor RandomBoxes(int count)
    {
        var corner = rand(count, 2) * 50 - 12;
        return cat([randint(0, 2, [count, 1]).to(float32), corner, corner + (rand(count, 2) * 30 - 3).clamp(min: 0)], 1);
    }

    private static double[] Numbers(Tensor tensor) => tensor.detach().to(float64).contiguous().data<double>().ToArray();

    private static void AssertWithin(double tolerance, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"number {i}: expected {expected[i]:R}, got {actual[i]:R}");
    }
}
