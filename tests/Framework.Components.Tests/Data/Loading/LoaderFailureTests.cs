using Framework.Components.Data.Loading;

namespace Framework.Components.Tests.Data.Loading;

/// <summary>However a pass ends, its threads end with it: a thread that stayed would keep <c>Dispose</c> waiting, and the guard would say so.</summary>
[Collection(nameof(OneAtATime))]
public sealed class LoaderFailureTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Read_CancelledWhileACaseLoads_Throws(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        var source = new Interrupting(after: 9, cancellation.Cancel);
        await Assert.ThrowsAsync<OperationCanceledException>(() => Task.Run(() => ReadAll(source, threads, cancellation.Token)).WaitAsync(Guard));
        Assert.InRange(source.Loaded, 9, 9 + (3 * 6) + 8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Read_SourceThrowsWhatItLikes_NamesTheCase(int threads)
    {
        var source = new Interrupting(after: 9, () => throw new InvalidOperationException("the archive is closed"));
        var error = await Assert.ThrowsAsync<DataFormatException>(() => Task.Run(() => ReadAll(source, threads, CancellationToken.None)).WaitAsync(Guard));
        Assert.Matches("^case 'case[0-9]+': the archive is closed$", error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task Read_FileThatSaysNothingOfItsCase_NamesBoth(int threads)
    {
        var source = new Interrupting(after: 1, () => throw new DataFormatException("scan.nii: the header is damaged. Write it again."));
        var error = await Assert.ThrowsAsync<DataFormatException>(() => Task.Run(() => ReadAll(source, threads, CancellationToken.None)).WaitAsync(Guard));
        Assert.Equal("case 'case0': scan.nii: the header is damaged. Write it again.", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task Read_LeftHalfWay_CanBeReadAgain(int threads)
    {
        using var loader = Loader(new Interrupting(int.MaxValue, () => { }), threads);
        for (var i = 0; i < 3; i++)
            (await Task.Run(() => loader.Read(LoaderPass.Evaluation(60), CancellationToken.None).First()).WaitAsync(Guard)).Dispose();
        var batches = await Task.Run(() => loader.Read(LoaderPass.Evaluation(60), CancellationToken.None).Select(Ids).ToList()).WaitAsync(Guard);
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"case{i}"), batches.SelectMany(ids => ids));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 3)]
    [InlineData(8, 3)]
    public void Memory_AnyNumberOfThreads_IsWhatIsAllocated(int threads, int batches)
    {
        var settings = Settings(threads);
        var memory = settings.Memory(caseBytes: 1000);
        Assert.Equal((batches, 6 * ((64 + 2) * 4), Math.Max(threads, 1), 1000), (memory.Batches, memory.BatchBytes, memory.Cases, memory.CaseBytes));
        Assert.Equal((batches * memory.BatchBytes) + (Math.Max(threads, 1) * 1000), memory.Total);
    }

    [Fact]
    public void Memory_ToString_SaysWhatItIsMadeOf() => Assert.Equal(
        "3 batches of 19.3 MB and 2 cases in work of 4.2 MB: 66.3 MB",
        new LoaderMemory { Batches = 3, BatchBytes = 19_300_000, Cases = 2, CaseBytes = 4_200_000 }.ToString());

    [Fact]
    public void Read_EpochAfterEpoch_NeedsNoMoreMemory()
    {
        using var loader = Loader(new Interrupting(int.MaxValue, () => { }), threads: 4, size: 64);
        long? after = null;
        for (var epoch = 0; epoch < 40; epoch++)
        {
            foreach (var batch in loader.Read(LoaderPass.Training(60, new RandomStream(3), epoch, 0), CancellationToken.None))
                batch.Dispose();
            if (epoch == 9)
                after = GC.GetTotalMemory(forceFullCollection: true);
        }

        // An epoch loads 60 images of 16 KiB: what were kept of 30 epochs would be 30 MiB.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - after!.Value, long.MinValue, 1 << 20);
    }

    private static int ReadAll(Interrupting source, int threads, CancellationToken cancellation)
    {
        using var loader = Loader(source, threads);
        var count = 0;
        foreach (var batch in loader.Read(LoaderPass.Evaluation(60), cancellation))
        {
            batch.Dispose();
            count++;
        }

        return count;
    }

    private static BatchLoader Loader(Interrupting source, int threads, int size = 8)
    {
        source.Size = size;
        return new BatchLoader(new SampleSet(Cohort.Cases(60), new SamplePipeline(source, [], new RandomStream(5))), Settings(threads) with { Shape = [1, size, size] });
    }

    private static string[] Ids(Batch batch)
    {
        using (batch)
            return [.. batch.Cases.Select(item => item.Id)];
    }

    private static LoaderSettings Settings(int threads) => new() { BatchSize = 6, Threads = threads, Shape = [1, 8, 8], Labels = 2 };

    /// <summary>Does something once so many cases were asked for.</summary>
    private sealed class Interrupting(int after, Action what) : IDataSource
    {
        private int _loaded;

        public int Loaded => _loaded;

        public int Size { get; set; } = 8;

        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            if (Interlocked.Increment(ref _loaded) >= after)
                what();
            var image = workspace.Allocate([1, Size, Size]);
            image.Pixels.Clear();
            return new Sample(item, image);
        }
    }
}
