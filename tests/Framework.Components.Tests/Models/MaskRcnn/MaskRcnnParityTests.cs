using System.Text.Json;
using Framework.Components.Models.MaskRcnn;
using TorchSharp;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.MaskRcnn;

/// <summary>torchvision's <c>maskrcnn_resnet50_fpn</c>, beside ours with the same weights: every step up to the losses of the first stage.</summary>
public sealed class MaskRcnnParityTests : IDisposable
{
    private const double Tolerance = 1e-4;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [SharedDataFact]
    public void state_dict_OfDepth50_HasTheNamesAndShapesOfTorchvision()
    {
        using var model = Model();

        var state = model.Module.state_dict().Select(each => $"{each.Key} ({string.Join(", ", each.Value.shape)})").Order();

        Assert.Equal(Keys(Expected()).Select(key => $"{key.Name} ({string.Join(", ", key.Shape)})").Order(), state);
    }

    [SharedDataFact]
    public void Forward_OfTorchvisionsWeights_GivesItsFiguresAtEveryStep()
    {
        var expected = Expected();
        using var model = Model();
        OracleTensors.Fill(model.Module, [.. Keys(expected).Select(key => key.Name)]);
        var network = (MaskRcnnNetwork)model.Module;
        var image = tensor(OracleNumbers.Uniform(1_000_000, 3 * 128 * 160)).reshape(1, 3, 128, 160).to(float32);

        network.eval();
        using (no_grad())
        {
            var prepared = network.Prepare(image);
            AssertStatistics(expected.GetProperty("transformed"), prepared);
            var pyramid = network.Pyramid(prepared);
            foreach (var (name, level) in new[] { "0", "1", "2", "3", "pool" }.Zip(pyramid))
                AssertStatistics(expected.GetProperty("fpn").GetProperty(name), level);
            AssertScores(expected, network.Score(pyramid, new PixelSize(128, 160)), pyramid);
        }

        network.train();
        var losses = model.Forward(Batch(image)).Losses;
        foreach (var loss in expected.GetProperty("rpn_losses_all_anchors_sampled").EnumerateObject())
            Assert.Equal(loss.Value.GetDouble(), losses[loss.Name].item<float>(), Tolerance * loss.Value.GetDouble());
    }

    private static void AssertScores(JsonElement expected, AnchorScores scores, Tensor[] pyramid)
    {
        AssertStatistics(expected.GetProperty("anchors"), scores.Anchors);
        Assert.Equal(
            expected.GetProperty("anchors_first_rows").EnumerateArray().SelectMany(row => row.Numbers()),
            Numbers(scores.Anchors.narrow(0, 0, 4)));
        var first = 0L;
        for (var level = 0; level < pyramid.Length; level++)
        {
            var (height, width, count) = (pyramid[level].shape[2], pyramid[level].shape[3], scores.PerLevel[level]);
            var objectness = scores.Objectness.narrow(1, first, count).reshape(1, height, width, -1).permute(0, 3, 1, 2);
            var deltas = scores.Deltas.narrow(1, first, count).reshape(1, height, width, -1).permute(0, 3, 1, 2);
            AssertStatistics(expected.GetProperty("objectness")[level], objectness);
            AssertStatistics(expected.GetProperty("deltas")[level], deltas);
            first += count;
        }
    }

    private static IModel Model() => new MaskRcnnFactory(new MaskRcnnOptions
    {
        MinSize = 128,
        MaxSize = 160,
        ImageMean = [0.485, 0.456, 0.406],
        ImageStd = [0.229, 0.224, 0.225],
        Proposals = new() { BatchSizePerImage = 100_000 },
        Boxes = new() { BatchSizePerImage = 100_000 },
    }).Create(new ModelContext { InputShape = [3, 128, 160], Labels = ["object"] });

    private static Batch Batch(Tensor image)
    {
        var masks = zeros(2, 128, 160);
        masks[0, 20..40, 30..60] = 1;
        masks[1, 80..90, 100..112] = 1;
        var truth = new ImageObjects(tensor([30f, 20, 60, 40, 100, 80, 112, 90]).reshape(2, 4), tensor([1L, 1]), masks);
        return new Batch([new Case { Id = "a", Subject = "a", Labels = [1] }], image, ones(1, 1)) { Objects = [truth] };
    }

    private static JsonElement Expected() => OracleFile.Read("maskrcnn_resnet50_fpn.json");

    private static IEnumerable<(string Name, long[] Shape)> Keys(JsonElement expected) =>
        expected.GetProperty("keys").EnumerateArray().Select(key => (key[0].GetString()!, key[1].Shape()));

    // A sum over numbers of both signs is as exact as the numbers are large.
    private static void AssertStatistics(JsonElement expected, Tensor actual)
    {
        Assert.Equal(expected.GetProperty("shape").Shape(), actual.shape);
        var numbers = Numbers(actual);
        var size = expected.GetProperty("abs_sum").GetDouble();
        Assert.Equal(size, numbers.Sum(Math.Abs), Tolerance * size);
        Assert.Equal(expected.GetProperty("sum").GetDouble(), numbers.Sum(), Tolerance * size);
        OracleFile.AssertClose(expected.GetProperty("first").Numbers(), numbers[..8], Tolerance);
    }

    private static double[] Numbers(Tensor tensor) => tensor.detach().to(float64).contiguous().data<double>().ToArray();
}
