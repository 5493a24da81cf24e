using Framework.Components.Models.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Weights;

public sealed class PretrainedWeightsTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly TemporaryFolder _folder = new();
    private readonly ListLogger _log = new();

    public void Dispose()
    {
        _folder.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Load_SameNamesAndShapes_CopiesEverythingAndSaysSo()
    {
        var file = Save(("0.weight", arange(6).reshape(2, 3) / 4), ("0.bias", tensor(new[] { 1f, -1f })));
        var network = nn.Sequential(nn.Linear(3, 2));

        var report = PretrainedWeights.Load(network, Request(file));

        Assert.True(report.Fits);
        Assert.Equal(["0.weight", "0.bias"], report.Matched);
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f, 1f, 1.25f], Values(network, "0.weight"));
        Assert.Equal([1f, -1f], Values(network, "0.bias"));
        Assert.Equal([$"Information: {file}: 2 of the network's 2 tensors match"], _log.Lines);
    }

    [Fact]
    public void Load_Anything_LeavesNoTensorBehind()
    {
        var file = Save(("module.0.weight", zeros(2, 3, dtype: ScalarType.Float16)), ("module.0.bias", zeros(2)));
        var network = nn.Sequential(nn.Linear(3, 2));
        PretrainedWeights.Load(network, Request(file));
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        PretrainedWeights.Load(network, Request(file));

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Load_OtherNamesAndShapes_ListsThemAndCopiesNothing()
    {
        var file = Save(("0.weight", ones(2, 3)), ("1.weight", ones(2)), ("2.weight", ones(4, 4)));
        var network = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 2, hasBias: false));
        var before = Values(network, "0.weight");

        var error = Assert.Throws<DataFormatException>(() => PretrainedWeights.Load(network, Request(file)));

        Assert.Equal(
            $"{file}: these weights do not fit net: 1 of the network's 3 tensors match; 1 missing in the file: 0.bias; 1 left over in the file: 2.weight; "
            + "1 of another shape: 1.weight: (2) in the file, (2, 2) in the network. Give the weights of the same architecture, depth and width.",
            error.Message);
        Assert.Equal(before, Values(network, "0.weight"));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void Load_ANewHead_LeavesItAsItWas()
    {
        var file = Save(("0.weight", ones(2, 3)), ("0.bias", ones(2)), ("1.weight", ones(9, 2)), ("1.bias", ones(9)));
        var network = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 1));
        var head = Values(network, "1.weight");

        var report = PretrainedWeights.Load(network, Request(file) with { Head = HeadWeights.New, HeadNames = ["1."] });

        Assert.Equal(["2 of the network's 4 tensors match", "2 afresh, as 'head: new' says: 1.weight, 1.bias"], report.Lines);
        Assert.Equal(head, Values(network, "1.weight"));
        Assert.Equal([1, 1, 1, 1, 1, 1], Values(network, "0.weight"));
    }

    // An encoder has no head; the file's stays where it is.
    [Fact]
    public void Load_ANewHeadWhereThereIsNone_TakesTheRest()
    {
        var file = Save(("0.weight", ones(2, 3)), ("0.bias", ones(2)), ("fc.weight", ones(9, 2)));

        var report = PretrainedWeights.Load(nn.Sequential(nn.Linear(3, 2)), Request(file) with { Head = HeadWeights.New, HeadNames = ["fc."] });

        Assert.True(report.Fits);
    }

    // Weights 1, 2, 4 of three channels. Averaged: 7/N each. Repeated: in turn, times 3/N.
    [Theory]
    [InlineData(FirstConvolution.Average, 1, new[] { 7.0 }, "averaged")]
    [InlineData(FirstConvolution.Average, 4, new[] { 1.75, 1.75, 1.75, 1.75 }, "averaged")]
    [InlineData(FirstConvolution.Repeat, 1, new[] { 3.0 }, "repeated")]
    [InlineData(FirstConvolution.Repeat, 4, new[] { 0.75, 1.5, 3, 0.75 }, "repeated")]
    [InlineData(FirstConvolution.Repeat, 6, new[] { 0.5, 1, 2, 0.5, 1, 2 }, "repeated")]
    public void Load_OtherChannels_AdaptsTheFirstConvolution(FirstConvolution way, int channels, double[] expected, string done)
    {
        var file = Save(("0.weight", tensor(new[] { 1f, 2f, 4f }).reshape(1, 3, 1, 1)));
        var network = nn.Sequential(nn.Conv2d(channels, 1, 1, bias: false));

        var report = PretrainedWeights.Load(network, Request(file) with { FirstConvolution = way, FirstConvolutionName = "0.weight" });

        Assert.Equal(expected, Values(network, "0.weight").Select(value => (double)value));
        Assert.Equal([$"0.weight: {done} from 3 to {channels} channels"], report.Notes);
    }

    [Fact]
    public void Load_OtherChannelsAndStrict_NamesTheOption()
    {
        var file = Save(("0.weight", ones(1, 3, 1, 1)));

        var error = Assert.Throws<DataFormatException>(() =>
            PretrainedWeights.Load(nn.Sequential(nn.Conv2d(1, 1, 1, bias: false)), Request(file) with { FirstConvolutionName = "0.weight" }));

        Assert.EndsWith(
            "1 of another shape: 0.weight: (1, 3, 1, 1) in the file, (1, 1, 1, 1) in the network. Set 'first_convolution: average' or 'repeat' for another number of channels.",
            error.Message, StringComparison.Ordinal);
    }

    // Another kernel is no matter of channels.
    [Fact]
    public void Load_AnotherKernel_IsNotAdapted() => Assert.Throws<DataFormatException>(() => PretrainedWeights.Load(
        nn.Sequential(nn.Conv2d(1, 1, 3, bias: false)),
        Request(Save(("0.weight", ones(1, 3, 1, 1)))) with { FirstConvolutionName = "0.weight", FirstConvolution = FirstConvolution.Average }));

    [Fact]
    public void Load_HalfPrecision_ConvertsAndSaysSo()
    {
        var file = Save(("0.weight", (arange(3) / 4).reshape(1, 3).to(ScalarType.BFloat16)), ("0.bias", ones(1)));
        var network = nn.Sequential(nn.Linear(3, 1));

        var report = PretrainedWeights.Load(network, Request(file));

        Assert.Equal([0f, 0.25f, 0.5f], Values(network, "0.weight"));
        Assert.Equal(["converted from BFloat16 to Float32: 1"], report.Notes);
    }

    [Fact]
    public void Load_WithoutBatchCounters_Fits()
    {
        var own = nn.BatchNorm2d(2).state_dict().Where(item => item.Key != "num_batches_tracked").Select(item => ("0." + item.Key, item.Value)).ToArray();

        Assert.True(PretrainedWeights.Load(nn.Sequential(nn.BatchNorm2d(2)), Request(Save(own))).Fits);
    }

    // A checkpoint has the last weights, those that validated best and the optimizer's state in one file.
    [Fact]
    public void Load_CheckpointOfTheFramework_TakesTheBestWeights()
    {
        var file = Save(("model.0.weight", zeros(1, 1)), ("model.0.bias", zeros(1)), ("best.0.weight", ones(1, 1)), ("best.0.bias", ones(1)), ("optimizer", zeros(9)));
        var network = nn.Sequential(nn.Linear(1, 1));

        var report = PretrainedWeights.Load(network, Request(file));

        Assert.Equal([1], Values(network, "0.weight"));
        Assert.Equal(["a checkpoint of the framework: took the weights that validated best"], report.Notes);
    }

    // Without a validation part none validated best; the averages are what predicts.
    [Fact]
    public void Load_CheckpointWithAverages_TakesTheseWhereNoneValidatedBest()
    {
        var file = Save(("model.0.weight", zeros(1, 1)), ("average.0.weight", ones(1, 1)), ("optimizer.0.weight.exp_avg", zeros(1, 1)));
        var network = nn.Sequential(nn.Linear(1, 1, hasBias: false));

        var report = PretrainedWeights.Load(network, Request(file));

        Assert.Equal([1], Values(network, "0.weight"));
        Assert.Equal(["a checkpoint of the framework: took the weights averaged over the steps"], report.Notes);
    }

    // Weights of an encoder have no last layer, and those of several tasks have another than the network's.
    [Theory]
    [InlineData("other.weight", "1 missing in the file: fc.weight; 1 left over in the file: other.weight")]
    [InlineData(null, "1 missing in the file: fc.weight")]
    public void Load_OtherHead_NamesTheOption(string? head, string difference)
    {
        var file = Save([("0.weight", ones(2, 3)), .. head is null ? [] : new[] { (head, ones(9, 2)) }]);
        var network = nn.Sequential(("0", nn.Linear(3, 2, hasBias: false)), ("fc", nn.Linear(2, 1, hasBias: false)));
        var request = Request(file) with { HeadNames = ["fc.", "other."] };

        var error = Assert.Throws<DataFormatException>(() => PretrainedWeights.Load(network, request));

        Assert.EndsWith($"; {difference}. Set 'head: new' to start the last layer afresh.", error.Message, StringComparison.Ordinal);
        Assert.True(PretrainedWeights.Load(network, request with { Head = HeadWeights.New }).Fits);
    }

    // A network whose own names all have the prefix keeps it.
    [Fact]
    public void Load_PrefixThatIsTheNetworksOwn_IsKept()
    {
        var network = nn.Sequential(("module", nn.Linear(1, 1)));
        var file = Save(("module.weight", ones(1, 1)), ("module.bias", ones(1)));

        Assert.True(PretrainedWeights.Load(network, Request(file)).Fits);
    }

    // The names that torchvision's files have and its networks no longer do (densenet.py, feature_pyramid_network.py, rpn.py, mask_rcnn.py).
    [Theory]
    [InlineData("features.denseblock1.denselayer12.norm.1.running_mean", "features.denseblock1.denselayer12.norm1.running_mean")]
    [InlineData("features.denseblock4.denselayer1.conv.2.weight", "features.denseblock4.denselayer1.conv2.weight")]
    [InlineData("backbone.fpn.inner_blocks.0.weight", "backbone.fpn.inner_blocks.0.0.weight")]
    [InlineData("backbone.fpn.layer_blocks.3.bias", "backbone.fpn.layer_blocks.3.0.bias")]
    [InlineData("rpn.head.conv.weight", "rpn.head.conv.0.0.weight")]
    [InlineData("roi_heads.mask_head.mask_fcn1.weight", "roi_heads.mask_head.0.0.weight")]
    [InlineData("roi_heads.mask_head.mask_fcn4.bias", "roi_heads.mask_head.3.0.bias")]
    [InlineData("features.norm0.weight", null)]
    public void Today_FormerName_IsTodays(string former, string? today) => Assert.Equal(today, FormerNames.Today(former));

    [Fact]
    public void Load_FormerNames_FitAndAreCounted()
    {
        var network = nn.Sequential(("denselayer1", nn.Sequential(("conv1", nn.Conv2d(1, 1, 1, bias: false)))));

        var report = PretrainedWeights.Load(network, Request(Save(("denselayer1.conv.1.weight", ones(1, 1, 1, 1)))));

        Assert.Equal(["denselayer1.conv1.weight"], report.Matched);
        Assert.Equal(["names of an earlier torchvision, read as today's: 1"], report.Notes);
    }

    private PretrainedRequest Request(string file) => new() { Weights = file, Architecture = "net", Log = _log };

    private string Save(params (string Name, Tensor Tensor)[] tensors)
    {
        using var stream = new MemoryStream();
        Components.Training.Checkpoints.SafeTensors.Write(stream, tensors, new Dictionary<string, string>());
        return _folder.Write("net.safetensors", stream.ToArray());
    }

    private static float[] Values(nn.Module network, string name) => network.state_dict()[name].data<float>().ToArray();
}
