using Framework.Components.Evaluation;
using Framework.Components.Models;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using TorchSharp;

namespace Framework.Components.Tests.Training;

/// <summary>A slice's label is whether the slice below it is bright: nobody can tell it from the slice alone, nor where slices are out of order.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SeriesTrainingTests
{
    private const int Length = 6;

    private static readonly SupervisedOptions Options = new()
    {
        Epochs = 20,
        BatchSize = 8,
        Series = Length,
        Loss = new BceWithLogitsFactory(new BceWithLogitsOptions { PosWeight = PositiveWeight.Parse("balanced") }),
        Optimizer = new AdamFactory(new AdamOptions { LearningRate = 0.02 }),
    };

    public SeriesTrainingTests() => torch.set_num_threads(1);

    [Fact]
    public void Fit_LabelsOfTheSlicesBelow_AreLearntAndToldForEachSlice()
    {
        using var predictor = new SupervisedTrainer(Options, TimeProvider.System).Fit(Context(), CancellationToken.None);
        var test = Slices(60, 80);
        var predictions = predictor.Predict(Set(test), CancellationToken.None);
        Assert.Equal(test.Select(slice => slice.Id), predictions.Rows.Select(row => row.Case));
        Assert.Equal(test.Select(slice => slice.Labels[0]), predictions.Targets.ToArray());
        Assert.True(Evaluation.Table.Single(new Auroc(new()), predictions, null).Value > 0.95);
    }

    [Fact]
    public void Try_ModelOfSingleSlices_SaysWhatDoesNotFit()
    {
        var context = Context() with { Model = new AttentionMilFactory(new AttentionMilOptions()) };
        var error = Assert.ThrowsAny<FrameworkException>(() => new SupervisedTrainer(Options, TimeProvider.System).Try(context));
        Assert.Contains("'bce-with-logits' needs a logit for each label, (2, 6, 1); the model gives (2, 1). Use a model and a loss for the same kind of output.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoaderMemory_Series_CountsTheLongest() => Assert.Equal(
        8 * ((Length * (2 + 1) * sizeof(float)) + sizeof(long)),
        new SupervisedTrainer(Options, TimeProvider.System).LoaderMemory(Context())!.BatchBytes);

    [Fact]
    public void Constructor_BagsAndSeries_IsRefused() => Assert.Equal(
        "'supervised' is told to take cases as bags, by 'bag', and as slices of series, by 'series'. Leave one of the two out.",
        Assert.Throws<ExperimentException>(() => new SupervisedTrainer(Options with { Bag = 4 }, TimeProvider.System)).Message);

    private static TrainingContext Context() => new()
    {
        Unit = "series.0",
        Train = Set(Slices(0, 50)),
        Validate = Set(Slices(50, 60)),
        Labels = ["below"],
        Model = new SequenceFactory(new SequenceOptions { Cell = RecurrentCell.Gru, Hidden = 16 }),
        Device = torch.CPU,
        Random = new RandomStream(3),
        LoaderThreads = 1,
        Checkpoints = new MemoryStore(),
        Log = new ListLog(),
    };

    private static SampleSet Set(Case[] slices) => new(slices, new SamplePipeline(new Brightness(), [], new RandomStream(1)));

    private static double Bright(int series, int slice) => new RandomStream(8).Derive(series).Derive(slice).NextDouble() < 0.5 ? 0 : 1;

    // In an order that has nothing to do with where they lie.
    private static Case[] Slices(int first, int end)
    {
        Case[] slices =
        [
            .. from series in Enumerable.Range(first, end - first)
               from slice in Enumerable.Range(0, Length - (series % 3))
               select new Case
               {
                   Id = $"{series}.{slice}",
                   Subject = $"{series}",
                   Series = $"series{series}",
                   Position = 2.5 * slice,
                   Labels = [slice == 0 ? double.NaN : Bright(series, slice - 1)],
               },
        ];
        new RandomStream(4).Derive(first).Shuffle(slices.AsSpan());
        return slices;
    }

    private sealed class Brightness : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var place = item.Id.Split('.');
            var image = workspace.Allocate([2, 1, 1]);
            image.Pixels[0] = (float)Bright(int.Parse(place[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture));
            image.Pixels[1] = 1;
            return new Sample(item, image);
        }
    }
}
