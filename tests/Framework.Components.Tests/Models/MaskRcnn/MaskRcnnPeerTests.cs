using System.Text.Json;
using Framework.Components.Models.MaskRcnn;
using TorchSharp;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.MaskRcnn;

/// <summary>torchvision itself, run here on two small images: all five losses, gradients, the draw of samples, findings and masks.</summary>
[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class MaskRcnnPeerTests : IDisposable
{
    private const double Tolerance = 1e-4;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [PythonFact("torch", "torchvision")]
    public void Forward_BesideTorchvision_GivesItsLossesAndFindings()
    {
        var expected = TorchvisionReference.Run();

        using (var exhaustive = Model(expected, new() { BatchSizePerImage = 1_000_000 }, new() { BatchSizePerImage = 1_000_000 }))
            AssertLosses(expected.GetProperty("all"), exhaustive);
        using (var drawn = Model(expected, new(), new()))
            AssertLosses(expected.GetProperty("drawn"), drawn);
        using (var model = Model(expected, new(), new()))
            AssertFindings(expected.GetProperty("found"), model);
    }

    private static void AssertLosses(JsonElement expected, IModel model)
    {
        model.Module.train();
        manual_seed(11);
        // torchvision draws a size for each image, of the one that it may have.
        for (var image = 0; image < 2; image++)
            empty(1).uniform_(0, 1);

        var losses = model.Forward(Batch()).Losses;
        losses.Values.Aggregate((sum, loss) => sum + loss).backward();

        foreach (var loss in expected.GetProperty("losses").EnumerateObject())
            Assert.Equal(loss.Value.GetDouble(), losses[loss.Name].item<float>(), Tolerance * loss.Value.GetDouble());
        Assert.Equal(expected.GetProperty("losses").EnumerateObject().Select(loss => loss.Name).Order(), losses.Keys.Order());
        var gradient = model.Module.parameters().Where(each => each.requires_grad).Sum(each => each.grad!.to(float64).abs().sum().item<double>());
        Assert.Equal(expected.GetProperty("gradient").GetDouble(), gradient, Tolerance * gradient);
    }

    private static void AssertFindings(JsonElement expected, IModel model)
    {
        model.Module.eval();
        using var quiet = no_grad();
        var found = model.Forward(Batch()).Objects!;
        foreach (var (theirs, ours) in expected.EnumerateArray().Zip(found))
        {
            Assert.Equal(theirs.GetProperty("labels").Shape(), ours.Classes.data<long>().ToArray());
            AssertWithin(theirs.GetProperty("scores").Numbers(), ours.Scores!);
            OracleFile.AssertClose(theirs.GetProperty("boxes").Numbers(), Numbers(ours.Boxes), Tolerance);
            AssertWithin(theirs.GetProperty("masks").Numbers(), ours.Masks!.flatten(1).slice(1, 0, 90 * 120, 7));
        }
    }

    private static IModel Model(JsonElement expected, ProposalOptions proposals, BoxOptions boxes)
    {
        var model = new MaskRcnnFactory(new MaskRcnnOptions
        {
            Depth = 18,
            AnchorSizes = [[8, 12], [16, 24], [32, 48], [64, 96], [128, 192]],
            AspectRatios = [0.5, 1],
            MinSize = 100,
            MaxSize = 140,
            ImageMean = [0.4, 0.5],
            ImageStd = [0.2, 0.3],
            Normalisation = Normalisation.Frozen,
            Proposals = proposals,
            Boxes = boxes with { ScoreThreshold = 0.415 },
        }).Create(new ModelContext { InputShape = [2, 90, 120], Labels = ["first", "second"] });
        OracleTensors.Fill(model.Module, [.. expected.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!)], TorchvisionReference.Base);
        using var quiet = no_grad();
        foreach (var factor in expected.GetProperty("factors").EnumerateObject())
            foreach (var (_, tensor) in model.Module.state_dict().Where(each => each.Key.EndsWith(factor.Name, StringComparison.Ordinal)))
                tensor.mul_(factor.Value.GetDouble());
        return model;
    }

    private static Batch Batch()
    {
        var images = Enumerable.Range(0, 2).Select(i => tensor(OracleNumbers.Uniform(TorchvisionReference.Base + 1_000_000 + i, 2 * 90 * 120)));
        var masks = zeros(3, 90, 120);
        masks[0, 20..40, 30..60] = 1;
        masks[1, 70..80, 100..112] = 1;
        masks[2, 5..75, 8..80] = 1;
        var boxes = tensor([30f, 20, 60, 40, 100, 70, 112, 80, 8, 5, 80, 75]).reshape(3, 4);
        return new Batch(
            [.. "ab".Select(id => new Case { Id = $"{id}", Subject = $"{id}", Labels = [1, 1] })],
            cat([.. images]).reshape(2, 2, 90, 120).to(float32), ones(2, 2))
        {
            Objects =
            [
                new ImageObjects(boxes, tensor([1L, 2, 1]), masks),
                new ImageObjects(zeros(0, 4), zeros(0, int64), zeros(0, 90, 120)),
            ],
        };
    }

    private static double[] Numbers(Tensor tensor) => tensor.detach().to(float64).contiguous().data<double>().ToArray();

    private static void AssertWithin(double[] expected, Tensor actual)
    {
        var numbers = Numbers(actual);
        Assert.Equal(expected.Length, numbers.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], numbers[i], Tolerance);
    }
}
