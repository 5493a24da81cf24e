using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>
/// What every fitted transform promises: its figures follow from what it observed of the training cases and from nothing else, they serve the fold that they come from alone, and once it has
/// them it keeps the contract of all transforms.
/// </summary>
/// <remarks>A test class inherits this and makes the transform as it is before it is fitted; the facts of <see cref="TransformContract"/> are tried on the fitted one.</remarks>
public abstract class FittedTransformContract : TransformContract
{
    private const int TrainingCases = 12;
    private const float Brighter = 500;

    private static readonly TrainingFold Fold = TrainingFold.Of(["anna", "bert"]);
    private static readonly TrainingFold OtherFold = TrainingFold.Of(["carl", "dora"]);

    /// <summary>Makes the transform with the options by which it takes its figures from the training part.</summary>
    protected abstract IFittedTransform CreateUnfitted();

    /// <inheritdoc />
    protected sealed override ITransform Create() => CreateUnfitted().With(Statistics(Figures()), Fold);

    /// <summary>As the options make it, it has no figures yet, and says so to whoever applies it all the same.</summary>
    [Fact]
    public void Apply_BeforeItIsFitted_SaysThatItHasNoFigures()
    {
        var transform = CreateUnfitted();
        Assert.True(transform.NeedsFitting, "NeedsFitting is false: the contract is for the options by which it is fitted. One with figures of its own is tried by TransformContract.");
        using var workspace = new SampleWorkspace();
        var thrown = Record.Exception(() => { Apply(transform, Training(0, workspace), workspace, seed: 1); });
        Assert.True(
            thrown is FrameworkException { Message: var message } && message.Contains(". ", StringComparison.Ordinal),
            $"applied before it is fitted it {(thrown is null ? "gives an image" : $"throws {thrown.GetType().Name}: '{thrown.Message}'")}. Inside another transform nobody fits it: throw DataFormatException and say so.");
    }

    /// <summary>A sample has the same finite numbers each time, and is left as it was.</summary>
    [Fact]
    public void Observe_AnySample_GivesTheSameFiniteNumbersAndLeavesItUntouched()
    {
        var transform = CreateUnfitted();
        using var workspace = new SampleWorkspace();
        var sample = Training(0, workspace);
        var before = SampleText.Of(sample);
        var numbers = transform.Observe(sample);
        Assert.True(numbers.All(double.IsFinite), $"Observe gives {string.Join(", ", numbers)} for an image of finite values. Every number must be finite.");
        Assert.True(numbers.SequenceEqual(transform.Observe(sample)), "the same sample gives other numbers the second time. Observe counts nothing up: it says a few numbers about one sample.");
        Assert.True(before == SampleText.Of(sample), "Observe changed the sample. Read it, and write nothing.");
    }

    /// <summary>One instance used by eight threads at once gives what it gives to one.</summary>
    [Fact]
    public void Observe_FromEightThreads_GivesWhatOneThreadGets()
    {
        var transform = CreateUnfitted();
        var expected = Enumerable.Range(0, TrainingCases).Select(at => string.Join(' ', Observed(transform, at))).ToList();
        var actual = EightThreads.Run(8 * TrainingCases, at => string.Join(' ', Observed(transform, at % TrainingCases)));
        for (var at = 0; at < actual.Length; at++)
            Assert.True(expected[at % TrainingCases] == actual[at], "eight threads at once get other numbers than one. Keep what is counted in locals.");
    }

    /// <summary>Training samples that were observed can be collected.</summary>
    [Fact]
    public void Observe_ManySamples_KeepsNone()
    {
        var transform = CreateUnfitted();
        KeptObjects.AssertNone("training samples", at =>
        {
            using var workspace = new SampleWorkspace();
            var sample = Training(at, workspace);
            _ = transform.Observe(sample).Count;
            return sample;
        });
    }

    /// <summary>The figures follow from the numbers that are handed over, whichever instance took them.</summary>
    [Fact]
    public void Conclude_ByAnotherInstance_GivesTheSameFiniteFigures()
    {
        var observer = CreateUnfitted();
        var observations = Enumerable.Range(0, TrainingCases).Select(at => Observed(observer, at)).ToList();
        var figures = observer.Conclude(observations);
        Assert.True(figures.Count > 0 && figures.All(double.IsFinite), $"the figures are '{string.Join(", ", figures)}'. Give at least one, and only finite ones; else throw DataFormatException and say why there is none.");
        var thrown = Record.Exception(() => Assert.Equal(figures, CreateUnfitted().Conclude(observations)));
        Assert.True(thrown is null, "another instance concludes other figures from the same numbers: they depend on what this one has seen. Keep nothing of Observe in fields.");
    }

    /// <summary>Statistics that were fitted on other subjects are refused.</summary>
    [Fact]
    public void With_StatisticsOfAnotherFold_AreRefused()
    {
        var thrown = Record.Exception(() => CreateUnfitted().With(Statistics(Figures()), OtherFold));
        Assert.True(thrown is ExperimentException, $"figures of another fold {(thrown is null ? "are taken" : $"end in {thrown.GetType().Name}")}: a model would know of those that it is tested on. Ask statistics.For(fold) for them, and let its ExperimentException through.");
    }

    /// <summary>Figures make another transform; the one that they are given to stays unfitted, for the next fold.</summary>
    [Fact]
    public void With_Statistics_LeavesTheTransformItselfUnfitted()
    {
        var transform = CreateUnfitted();
        var fitted = transform.With(Statistics(Figures()), Fold);
        Assert.True(transform.NeedsFitting, "With changed the transform that it was asked of, which the next fold shares. Return another one.");
        Assert.True(fitted is not IFittedTransform { NeedsFitting: true }, "the transform with its figures says NeedsFitting. It has them: say false.");
    }

    /// <summary>Brighter training images make another transform: the figures are used.</summary>
    [Fact]
    public void With_FiguresOfOtherImages_GivesAnotherResult()
    {
        var transform = CreateUnfitted();
        using var workspace = new SampleWorkspace();
        string Result(IReadOnlyList<double> figures) => SampleText.Of(Apply(transform.With(Statistics(figures), Fold), Training(0, workspace), workspace, seed: 1));
        Assert.True(Result(Figures()) != Result(Figures(Brighter)), "it does the same whether it was fitted on dark or on bright images. Let With give a transform that uses the figures.");
    }

    private IReadOnlyList<double> Figures(float offset = 0)
    {
        var transform = CreateUnfitted();
        return transform.Conclude([.. Enumerable.Range(0, TrainingCases).Select(at => Observed(transform, at, offset))]);
    }

    private static FittedStatistics Statistics(IReadOnlyList<double> figures) => new("the transform", Fold.Hash, figures);

    private IReadOnlyList<double> Observed(IFittedTransform transform, int number, float offset = 0)
    {
        using var workspace = new SampleWorkspace();
        return transform.Observe(Training(number, workspace, offset));
    }

    // No two training images are equally bright.
    private Sample Training(int number, SampleWorkspace workspace, float offset = 0)
    {
        var sample = Fill(workspace, Shapes[^1]);
        foreach (ref var value in sample.Image.Pixels)
            value += (31 * number) + offset;
        return sample;
    }
}
