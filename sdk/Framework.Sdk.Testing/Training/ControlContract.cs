using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every control promises: it takes something away, moves no case between parts, and does the same from the same stream.</summary>
public abstract class ControlContract
{
    /// <summary>Makes the control; where it stands for several, any of them.</summary>
    protected abstract IControl Create();

    /// <summary>The cohort of the recipe. Default: <see cref="BlobSource"/>.</summary>
    protected virtual BlobSource Cohort => new();

    /// <summary>Fits and predicts in the recipe.</summary>
    protected abstract ITrainer Trainer { get; }

    /// <summary>Makes the network in the recipe; null for none. Default: null.</summary>
    protected virtual IModelFactory? Model => null;

    /// <summary>No case of one part comes into another.</summary>
    [Fact]
    public void Apply_AnyRecipe_MovesNoCaseBetweenParts()
    {
        var (before, after) = (Recipe(), Create().Apply(Recipe(), new RandomStream(1)));
        Assert.True(!after.Train.Select(item => item.Id).Except(before.Train.Select(item => item.Id)).Any(), "the control trains on cases that the run does not train on.");
        Assert.True(!after.Validate.Select(item => item.Id).Except(before.Validate.Select(item => item.Id)).Any(), "the control selects on cases that the run does not select on.");
    }

    /// <summary>The same stream takes the same away.</summary>
    [Fact]
    public void Apply_SameStream_GivesTheSameCasesAndLabels()
    {
        var (first, second) = (Create().Apply(Recipe(), new RandomStream(4)), Create().Apply(Recipe(), new RandomStream(4)));
        Assert.True(Text(first.Train).SequenceEqual(Text(second.Train)) && Text(first.Validate).SequenceEqual(Text(second.Validate)), "the same stream gives other cases or labels.");
    }

    /// <summary>Something is different from the run.</summary>
    [Fact]
    public void Apply_AnyRecipe_TakesSomethingAway()
    {
        var (before, after) = (Recipe(), Create().Apply(Recipe(), new RandomStream(1)));
        Assert.True(
            !Text(before.Train).SequenceEqual(Text(after.Train)) || before.Fitting != after.Fitting || after.Appended.Count > 0
            || before.Trainer.GetType() != after.Trainer.GetType() || before.Source.GetType() != after.Source.GetType() || before.Model?.GetType() != after.Model?.GetType(),
            "the recipe is as it was: the control would score as the run does.");
    }

    private UnitRecipe Recipe() => new()
    {
        Train = [.. Cohort.Cases.Take(Cohort.Count / 2)],
        Validate = [.. Cohort.Cases.Skip(Cohort.Count / 2)],
        Trainer = Trainer,
        Source = Cohort,
        Model = Model,
        Labels = Cohort.Labels,
        Groups = Cohort.Groups,
    };

    private static IEnumerable<string> Text(IReadOnlyList<Case> cases) => cases.Select(item => $"{item.Id} {string.Join(' ', item.Labels)}");
}
