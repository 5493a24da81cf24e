using Framework.Components.Data.Loading;
using TorchSharp;

namespace Framework.Components.Tests.Data.Loading;

[Collection(nameof(OneAtATime))]
public sealed class BagTests
{
    private static readonly int[] Depths = [2, 5, 1, 3, 1];

    [Theory]
    [InlineData(false, 0, 1)]
    [InlineData(false, 8, 2)]
    [InlineData(true, 0, 3)]
    [InlineData(true, 8, 2)]
    public void Read_BagsOfDifferentSizes_PadsToTheLongestOfTheBatch(bool channelsLast, int threads, int channels)
    {
        using var scope = torch.NewDisposeScope();
        using var loader = Loader(threads, channels, channelsLast);
        for (var pass = 0; pass < 2; pass++) // the second finds the first one's memory
        {
            var seen = 0;
            foreach (var batch in loader.Read(LoaderPass.Evaluation(Depths.Length), CancellationToken.None))
            {
                var depths = Depths.Skip(seen).Take(2).ToArray();
                Assert.Equal([depths.Length, channels, depths.Max(), 3, 4], batch.Image.shape);
                Assert.Equal(depths.Select(depth => (long)depth), batch.Instances!.data<long>().ToArray());
                for (var row = 0; row < depths.Length; row++, seen++)
                    Assert.Equal(Expected(seen, channels, depths.Max()), batch.Image[row].contiguous().data<float>().ToArray());
                batch.Dispose();
            }

            Assert.Equal(Depths.Length, seen);
        }
    }

    [Fact]
    public void Read_NoBags_HasNoInstances()
    {
        using var loader = new BatchLoader(new Cohort().Set(Cohort.Cases(2)), new LoaderSettings { BatchSize = 2, Threads = 1, Shape = [1, 8, 8], Labels = 2 });
        using var batch = loader.Read(LoaderPass.Evaluation(2), CancellationToken.None).Single();
        Assert.Null(batch.Instances);
    }

    [Fact]
    public void Read_LongerThanStated_NamesTheCaseAndWhatToDo()
    {
        using var loader = Loader(1, 1, channelsLast: false, bag: 4);
        var error = Assert.Throws<DataFormatException>(() => loader.Read(LoaderPass.Evaluation(Depths.Length), CancellationToken.None).Count());
        Assert.Equal("case 'case1': it has 5 instances, and 'bag' sets memory aside for 4. Raise 'bag', or leave instances out in the transforms.", error.Message);
    }

    [Fact]
    public void Constructor_FlatImages_RefusesBags()
    {
        var settings = new LoaderSettings { BatchSize = 2, Threads = 1, Shape = [1, 8, 8], Labels = 2, Bag = 4 };
        var error = Assert.Throws<ExperimentException>(() => new BatchLoader(new Cohort().Set(Cohort.Cases(2)), settings));
        Assert.Equal("bags are images (channel, instance, y, x), and the transforms leave 1 x 8 x 8. Leave 'bag' out.", error.Message);
    }

    [Fact]
    public void Memory_Bags_CountsTheLongest() => Assert.Equal(
        2 * (((6 * 3 * 3 * 4) + 2) * 4L + 8),
        new LoaderSettings { BatchSize = 2, Threads = 1, Shape = [3, 2, 3, 4], Labels = 2, Bag = 6 }.Memory(0).BatchBytes);

    private static BatchLoader Loader(int threads, int channels, bool channelsLast, int bag = 6) => new(
        new SampleSet(Cohort.Cases(Depths.Length), new SamplePipeline(new Stacks(channels), [], new RandomStream(1))),
        new LoaderSettings { BatchSize = 2, Threads = threads, Shape = [channels, Depths[0], 3, 4], Labels = 2, Bag = bag, ChannelsLast = channelsLast });

    private static float[] Expected(int number, int channels, int longest) =>
    [
        .. from channel in Enumerable.Range(0, channels)
           from z in Enumerable.Range(0, longest)
           from i in Enumerable.Range(0, 12)
           select z < Depths[number] ? Value(number, channel, z, i) : 0f,
    ];

    private static float Value(int number, int channel, int z, int i) => 1 + number + (10 * channel) + (100 * z) + (1000 * i);

    private sealed class Stacks(int channels) : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var number = int.Parse(item.Id.AsSpan("case".Length), System.Globalization.CultureInfo.InvariantCulture);
            var image = workspace.Allocate([channels, Depths[number], 3, 4]);
            for (var channel = 0; channel < channels; channel++)
            {
                for (var i = 0; i < Depths[number] * 12; i++)
                    image.Channel(channel)[i] = Value(number, channel, i / 12, i % 12);
            }

            return new Sample(item, image);
        }
    }
}
