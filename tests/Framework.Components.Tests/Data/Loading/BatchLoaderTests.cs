using Framework.Components.Data.Loading;
using Framework.Components.Transforms;
using Framework.Components.Transforms.Spatial;
using TorchSharp;

namespace Framework.Components.Tests.Data.Loading;

[Collection(nameof(OneAtATime))]
public sealed class BatchLoaderTests
{
    private static readonly TransformStep Augment = new(
        "shift-scale-rotate", new ShiftScaleRotateTransform(new ShiftScaleRotateOptions { Rotate = 30, Probability = 1 }));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(8)]
    public void Read_AnyNumberOfThreads_GivesTheBatchesOfOneThread(int threads)
    {
        for (var epoch = 0; epoch < 2; epoch++)
            Assert.Equal(Contents(1, epoch, 0), Contents(threads, epoch, 0));
    }

    [Fact]
    public void Read_FromABatchOn_GivesTheRestOfThePass()
    {
        var whole = Contents(2, 1, 0);
        Assert.Equal(4, whole.Count);
        for (var first = 0; first <= 4; first++)
            Assert.Equal(whole[first..], Contents(2, 1, first));
    }

    [Fact]
    public void Read_TrainingPass_GivesEachCaseOnceInAnOrderOfItsOwn()
    {
        var (first, second) = (Order(0), Order(1));
        Assert.Equal(Enumerable.Range(0, 21).Select(i => $"case{i}").Order(), first.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(first, Order(0));
    }

    [Fact]
    public void Read_EvaluationPass_GivesPixelsAndLabelsOfEachCase()
    {
        var cases = Cohort.Cases(5);
        cases[4] = cases[4] with { Labels = [double.NaN, 1] };
        var source = new Cohort();
        using var loader = new BatchLoader(source.Set(cases), Settings(1) with { BatchSize = 4 });
        var seen = 0;
        foreach (var batch in loader.Read(LoaderPass.Evaluation(5), CancellationToken.None))
        {
            using var scope = torch.NewDisposeScope();
            var (pixels, labels) = (batch.Image.contiguous().data<float>().ToArray(), batch.Labels.contiguous().data<float>().ToArray());
            for (var row = 0; row < batch.Cases.Count; row++, seen++)
            {
                using var workspace = new SampleWorkspace();
                Assert.Same(cases[seen], batch.Cases[row]);
                Assert.Equal(source.Load(cases[seen], workspace).Image.Pixels.ToArray(), pixels[(row * 64)..((row + 1) * 64)]);
                Assert.Equal(cases[seen].Labels.Select(label => (float)label), labels[(row * 2)..((row + 1) * 2)]);
            }

            batch.Dispose();
        }

        Assert.Equal(5, seen);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_ChannelsLast_HasTheSameValuesWithChannelsSideBySide(int channels)
    {
        Window[] windows = [Window.Brain, Window.Subdural, Window.SoftTissue];
        var step = new TransformStep("windows", new WindowsTransform(new WindowsOptions { Windows = windows[..channels] }));
        var set = new Cohort().Set(Cohort.Cases(3), step);
        using var plain = new BatchLoader(set, Settings(1) with { Shape = [channels, 8, 8], BatchSize = 3 });
        using var last = new BatchLoader(set, Settings(1) with { Shape = [channels, 8, 8], BatchSize = 3, ChannelsLast = true });
        using var expected = plain.Read(LoaderPass.Evaluation(3), CancellationToken.None).Single();
        using var actual = last.Read(LoaderPass.Evaluation(3), CancellationToken.None).Single();
        Assert.Equal([64 * channels, 64, 8, 1], expected.Image.stride());
        Assert.Equal([64 * channels, 1, 8 * channels, channels], actual.Image.stride());
        using var same = actual.Image.contiguous();
        Assert.Equal(expected.Image.data<float>().ToArray(), same.data<float>().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public void Read_BrokenCases_TellsTheFirstOnceInPlaceOfItsBatch(int threads)
    {
        var set = new Cohort { Broken = ["case7", "case6", "case13"] }.Set(Cohort.Cases(21));
        using var loader = new BatchLoader(set, Settings(threads));
        using var batches = loader.Read(LoaderPass.Evaluation(21), CancellationToken.None).GetEnumerator();
        Assert.True(batches.MoveNext());
        batches.Current.Dispose();
        var error = Assert.Throws<DataFormatException>(() => batches.MoveNext());
        Assert.Equal("case6.dcm: pixel data end after 1 of 2 bytes. Re-export the file.", error.Message);
        Assert.False(batches.MoveNext());
    }

    [Fact]
    public void Read_ImageOfAnotherSize_NamesTheCaseAndBothShapes()
    {
        using var loader = new BatchLoader(new Cohort(size: 6).Set(Cohort.Cases(2)), Settings(1));
        var error = Assert.Throws<DataFormatException>(() => loader.Read(LoaderPass.Evaluation(2), CancellationToken.None).Count());
        Assert.Equal("case 'case0': its image is 1 x 6 x 6 after the transforms; the first case's is 1 x 8 x 8. Add resize to the transforms.", error.Message);
    }

    [Fact]
    public void Read_Cancelled_ThrowsAndEndsItsThreads()
    {
        using var cancellation = new CancellationTokenSource();
        using var loader = new BatchLoader(new Cohort().Set(Cohort.Cases(21)), Settings(4));
        using var batches = loader.Read(LoaderPass.Evaluation(21), cancellation.Token).GetEnumerator();
        Assert.True(batches.MoveNext());
        batches.Current.Dispose();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => batches.MoveNext());
    }

    [Fact]
    public void Read_PassAfterPass_AllocatesNoMoreTensors()
    {
        using var loader = new BatchLoader(new Cohort().Set(Cohort.Cases(21), Augment), Settings(2));
        long? after = null;
        for (var epoch = 0; epoch < 5; epoch++)
        {
            foreach (var batch in loader.Read(LoaderPass.Training(21, new RandomStream(3), epoch, 0), CancellationToken.None))
                batch.Dispose();
            after ??= LiveTensors.Settled();
        }

        Assert.Equal(after, torch.Tensor.TotalCount);
    }

    private static LoaderSettings Settings(int threads) => new() { BatchSize = 6, Threads = threads, Shape = [1, 8, 8], Labels = 2 };

    private static List<string> Contents(int threads, int epoch, int first)
    {
        using var loader = new BatchLoader(new Cohort().Set(Cohort.Cases(21), Augment), Settings(threads));
        var contents = new List<string>();
        foreach (var batch in loader.Read(LoaderPass.Training(21, new RandomStream(3), epoch, first), CancellationToken.None))
        {
            contents.Add($"{string.Join(' ', batch.Cases.Select(item => item.Id))}: {string.Join(' ', batch.Image.data<float>().ToArray())}");
            batch.Dispose();
        }

        return contents;
    }

    private static List<string> Order(int epoch)
    {
        using var loader = new BatchLoader(new Cohort().Set(Cohort.Cases(21)), Settings(2));
        var order = new List<string>();
        foreach (var batch in loader.Read(LoaderPass.Training(21, new RandomStream(3), epoch, 0), CancellationToken.None))
        {
            order.AddRange(batch.Cases.Select(item => item.Id));
            batch.Dispose();
        }

        return order;
    }
}
