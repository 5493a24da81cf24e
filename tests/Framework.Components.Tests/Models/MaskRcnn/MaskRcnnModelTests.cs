using Framework.Components.Models.MaskRcnn;
using Framework.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.MaskRcnn;

[Collection(nameof(OneAtATime))]
public sealed class MaskRcnnModelTests : IDisposable
{
    private static readonly MaskRcnnOptions Tiny = new()
    {
        Depth = 18,
        Width = 8,
        AnchorSizes = [[12], [20], [32], [48], [64]],
        AspectRatios = [1],
        Proposals = new() { BeforeNmsInTraining = 200, AfterNmsInTraining = 100, BeforeNms = 200, AfterNms = 100 },
        Boxes = new() { BatchSizePerImage = 64, ScoreThreshold = 0.5 },
    };

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly int _threads = get_num_threads();

    public MaskRcnnModelTests()
    {
        manual_seed(1);
        set_num_threads(1); // such small tensors are slower on many threads, on a busy machine by far
    }

    public void Dispose()
    {
        set_num_threads(_threads);
        _scope.Dispose();
    }

    [Fact]
    public void Forward_AfterTrainingOnOneImage_FindsItsDiscs()
    {
        using var model = Model(Tiny);
        using var optimizer = optim.Adam(model.Module.parameters(), lr: 2e-3);
        var batch = DiscImage.Batch();
        for (var step = 0; step < 120; step++)
            Step(model, optimizer, batch);

        var found = Find(model, batch);

        var truth = batch.Objects![0];
        Assert.Equal(3, found.Boxes.shape[0]);
        Assert.All(found.Classes.data<long>().ToArray(), number => Assert.Equal(1, number));
        var (overlap, which) = Boxes.Overlap(truth.Boxes, found.Boxes).max(1);
        Assert.True(overlap.min().item<float>() > 0.7, $"boxes overlap by {overlap.min().item<float>()}");
        var masks = (found.Masks!.index_select(0, which) > 0.5).to(float32);
        var dice = (masks * truth.Masks!).sum([1, 2]) * 2 / (masks + truth.Masks!).sum([1, 2]);
        Assert.True(dice.min().item<float>() > 0.8, $"masks overlap by {dice.min().item<float>()}");
    }

    [Fact]
    public void backward_OfAllLosses_ReachesEveryParameter()
    {
        using var model = Model(Tiny);

        Total(model.Forward(DiscImage.Batch())).backward();

        foreach (var (name, parameter) in model.Module.named_parameters())
            Assert.True(parameter.grad is { } gradient && gradient.isfinite().all().item<bool>(), name);
        foreach (var name in new[] { "backbone.body.conv1.weight", "backbone.fpn.inner_blocks.3.0.weight", "rpn.head.cls_logits.weight", "rpn.head.bbox_pred.weight",
            "roi_heads.box_head.fc6.weight", "roi_heads.box_predictor.bbox_pred.weight", "roi_heads.mask_head.0.0.weight", "roi_heads.mask_predictor.mask_fcn_logits.weight" })
            Assert.True(model.Module.get_parameter(name)!.grad!.abs().sum().item<float>() > 0, name);
    }

    [Fact]
    public void Forward_OfAnImageWithoutObjects_LearnsThatThereIsNone()
    {
        using var model = Model(Tiny);

        var losses = model.Forward(DiscImage.Batch(empty: true)).Losses;
        losses.Values.Aggregate((sum, loss) => sum + loss).backward();

        Assert.Equal(0, losses["loss_mask"].item<float>());
        Assert.Equal(0, losses["loss_box_reg"].item<float>());
        Assert.Equal(0, losses["loss_rpn_box_reg"].item<float>());
        Assert.True(losses["loss_classifier"].item<float>() > 0);
        Assert.True(model.Module.get_parameter("backbone.body.conv1.weight")!.grad!.isfinite().all().item<bool>());
    }

    // As the trainer lays weights out; libtorch 1.13 refuses to convolve no region with these.
    [Fact]
    public void Forward_WeightsChannelsLastAndNoObject_HasLossesAndFindsNothing()
    {
        using var model = Model(Tiny with { Boxes = new() { ScoreThreshold = 1 } });
        MemoryFormats.ToChannelsLast(model.Module, spatial: 2);

        var losses = model.Forward(DiscImage.Batch(empty: true)).Losses;
        losses.Values.Aggregate((sum, loss) => sum + loss).backward();

        Assert.Equal(0, losses["loss_mask"].item<float>());
        Assert.Equal(0, model.Module.get_parameter("roi_heads.mask_head.0.0.weight")!.grad!.abs().sum().item<float>());
        Assert.Equal([0, DiscImage.Side, DiscImage.Side], Find(model, DiscImage.Batch()).Masks!.shape);
    }

    [Fact]
    public void Forward_ThatFindsNothing_GivesEmptyFindings()
    {
        using var model = Model(Tiny with { Boxes = new() { ScoreThreshold = 1 } });

        var found = Find(model, DiscImage.Batch());

        Assert.Equal([0, 4], found.Boxes.shape);
        Assert.Equal([0], found.Classes.shape);
        Assert.Equal([0], found.Scores!.shape);
        Assert.Equal([0, DiscImage.Side, DiscImage.Side], found.Masks!.shape);
    }

    [Fact]
    public void Forward_UnderAutocast_IsCloseToFullPrecision()
    {
        using var model = Model(Tiny);
        manual_seed(2);
        var full = model.Forward(DiscImage.Batch()).Losses.ToDictionary(loss => loss.Key, loss => loss.Value.item<float>());

        manual_seed(2);
        IReadOnlyDictionary<string, Tensor> mixed;
        using (Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16))
            mixed = model.Forward(DiscImage.Batch()).Losses;
        mixed.Values.Aggregate((sum, loss) => sum + loss).backward();

        // bfloat16 has 8 bits; proposals and with them the sample may differ a little.
        foreach (var (name, loss) in mixed)
        {
            Assert.Equal(ScalarType.Float32, loss.dtype);
            Assert.Equal(full[name], loss.item<float>(), 0.15 * Math.Max(0.5, full[name]));
        }
        using (Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16))
            Assert.Equal(ScalarType.Float32, Find(model, DiscImage.Batch()).Boxes.dtype);
    }

    [Fact]
    public void Forward_InEveryMode_LeavesNoTensorsBehind()
    {
        using var model = Model(Tiny with { MinSize = 96 });
        using var optimizer = optim.SGD(model.Module.parameters(), 1e-4);
        var batch = DiscImage.Batch();
        Both();
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 3; i++)
            Both();

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        void Both()
        {
            using var scope = NewDisposeScope();
            Step(model, optimizer, batch);
            Find(model, batch);
        }
    }

    [Fact]
    public void Forward_WithoutObjectsInTheBatch_SaysWhatIsNeeded()
    {
        using var model = Model(Tiny);
        var batch = DiscImage.Batch();

        var error = Assert.Throws<ExperimentException>(() => model.Forward(new Batch(batch.Cases, batch.Image, batch.Labels)));

        Assert.Equal("'mask-rcnn' learns from objects with boxes and masks; the data have none. Choose a data source that gives objects, or a classifier.", error.Message);
    }

    [Fact]
    public void Forward_WithAFlatBox_NamesCaseAndBox()
    {
        using var model = Model(Tiny);
        var batch = DiscImage.Batch();
        var flat = new ImageObjects(tensor([1f, 2, 3.5f, 2]).reshape(1, 4), ones(1, int64), zeros(1, 64, 64));

        var error = Assert.Throws<DataFormatException>(() => model.Forward(new Batch(batch.Cases, batch.Image, batch.Labels) { Objects = [flat] }));

        Assert.Equal("discs: the box (1, 2, 3.5, 2) has no area. A box is x1, y1, x2, y2 with x1 < x2 and y1 < y2.", error.Message);
    }

    [Fact]
    public void Forward_WithoutMasks_NamesTheCase()
    {
        using var model = Model(Tiny);
        var batch = DiscImage.Batch();
        var boxes = new ImageObjects(batch.Objects![0].Boxes, batch.Objects[0].Classes);

        var error = Assert.Throws<DataFormatException>(() => model.Forward(new Batch(batch.Cases, batch.Image, batch.Labels) { Objects = [boxes] }));

        Assert.Equal("discs: its objects have boxes but no masks, from which 'mask-rcnn' learns too. Give a mask for each object.", error.Message);
    }

    private static IModel Model(MaskRcnnOptions options) =>
        new MaskRcnnFactory(options).Create(new ModelContext { InputShape = [1, DiscImage.Side, DiscImage.Side], Labels = ["disc"] });

    private static Tensor Total(ModelOutput output) => output.Losses.Values.Aggregate((sum, loss) => sum + loss);

    private static void Step(IModel model, optim.Optimizer optimizer, Batch batch)
    {
        using var scope = NewDisposeScope();
        model.Module.train();
        optimizer.zero_grad();
        Total(model.Forward(batch)).backward();
        optimizer.step();
    }

    private static ImageObjects Find(IModel model, Batch batch)
    {
        model.Module.eval();
        using var quiet = no_grad();
        return model.Forward(batch).Objects!.Single();
    }
}
