using Framework.Torch.Detection;
using TorchSharp;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Torch.Tests.Detection;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class NonMaximumSuppressionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [SharedDataTheory]
    [InlineData("0.3", 0.3)]
    [InlineData("0.5", 0.5)]
    [InlineData("0.7", 0.7)]
    public void Keep_OfTheReferenceBoxes_GivesTorchvisionsExactly(string name, double threshold)
    {
        var expected = OracleFile.Read("detection_ops.json").GetProperty("nms").GetProperty(name).Shape();
        var corners = tensor(OracleNumbers.Uniform(3_000_000, 400)).reshape(100, 4).to(float32) * 60;
        var boxes = cat([corners.narrow(1, 0, 2), corners.narrow(1, 0, 2) + corners.narrow(1, 2, 2) + 1], 1);
        var scores = tensor(OracleNumbers.Uniform(3_000_001, 100)).to(float32);

        Assert.Equal(expected, Numbers(NonMaximumSuppression.Keep(boxes, scores, threshold)));
        Assert.Equal(expected, Numbers(NonMaximumSuppression.KeepComposed(boxes, scores, threshold)));
    }

    [Fact]
    public void Keep_OfThreeBoxes_DropsTheOneThatABetterOneCovers()
    {
        // Boxes 0 and 1 share 50 of 150 pixels: a third.
        var boxes = tensor([0f, 0, 10, 10, 5, 0, 15, 10, 20, 20, 30, 30]).reshape(3, 4);
        var scores = tensor([0.5f, 0.9f, 0.1f]);

        Assert.Equal([1, 2], Numbers(NonMaximumSuppression.Keep(boxes, scores, 0.33)));
        Assert.Equal([1, 0, 2], Numbers(NonMaximumSuppression.Keep(boxes, scores, 0.34)));
    }

    [Theory]
    [InlineData(900)]   // moved apart
    [InlineData(1200)]  // class by class
    public void KeepByClass_OfAnyNumber_IsEachClassByItself(int count)
    {
        manual_seed(1);
        var corner = rand(count, 2) * 100;
        var boxes = cat([corner, corner + rand(count, 2) * 30 + 1], 1);
        var scores = rand(count);
        var classes = randint(0, 3, [count]);

        var kept = Numbers(NonMaximumSuppression.KeepByClass(boxes, scores, classes, 0.4));

        var expected = Enumerable.Range(0, 3).SelectMany(number =>
        {
            var own = classes.eq(number).nonzero().squeeze(1);
            return Numbers(own.index_select(0, NonMaximumSuppression.Keep(boxes.index_select(0, own), scores.index_select(0, own), 0.4)));
        });
        Assert.Equal(expected.OrderByDescending(box => scores[box].item<float>()), kept);
    }

    // Pairs are compared a million at a time: 3,000 boxes take nine rounds.
    [Theory]
    [InlineData(1)]
    [InlineData(1025)]
    [InlineData(3000)]
    public void KeepComposed_OfAnyNumber_IsTheKernels(int count)
    {
        manual_seed(2);
        var corner = rand(count, 2) * 200;
        var boxes = cat([corner, corner + rand(count, 2) * 40 + 1], 1);
        var scores = rand(count);

        Assert.Equal(Numbers(NonMaximumSuppression.Keep(boxes, scores, 0.4)), Numbers(NonMaximumSuppression.KeepComposed(boxes, scores, 0.4)));
    }

    [Fact]
    public void Keep_WithoutBoxes_IsEmpty()
    {
        Assert.Equal([0], NonMaximumSuppression.Keep(zeros(0, 4), zeros(0), 0.5).shape);
        Assert.Equal([0], NonMaximumSuppression.KeepComposed(zeros(0, 4), zeros(0), 0.5).shape);
        Assert.Equal([0], NonMaximumSuppression.KeepByClass(zeros(0, 4), zeros(0), zeros(0), 0.5).shape);
    }

    [Fact]
    public void Keep_OfEqualScores_KeepsTheEarlierBox()
    {
        var boxes = tensor([0f, 0, 10, 10]).expand(40, 4).contiguous();

        Assert.Equal([0], Numbers(NonMaximumSuppression.Keep(boxes, ones(40), 0.5)));
    }

    private static long[] Numbers(Tensor tensor) => tensor.data<long>().ToArray();
}
