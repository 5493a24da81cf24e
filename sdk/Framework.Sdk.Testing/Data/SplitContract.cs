using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every split promises.</summary>
public abstract class SplitContract
{
    /// <summary>Makes the split.</summary>
    protected abstract ISplit Create();

    /// <summary>The subjects that are divided, ordered by identity. Default: 60 of three sites in turn with two cases each, of whom every third has the label.</summary>
    protected virtual IReadOnlyList<Subject> Subjects => [.. Enumerable.Range(0, 60).Select(at => new Subject
    {
        Id = $"subject{at:00}",
        Site = ((char)('a' + (at % 3))).ToString(),
        Cases = 2,
        Labels = [at % 4 == 0 ? 1 : 0],
    })];

    /// <summary>Every fold has a part for each subject, and somebody to train on.</summary>
    [Fact]
    public void Assign_EveryFold_HasAPartForEachSubjectAndTrainsOnSome()
    {
        var folds = Assign(seed: 1);
        Assert.True(folds.Count > 0, "the split has no fold.");
        Assert.True(folds.Count % Create().Repeats == 0, $"{folds.Count} folds cannot be {Create().Repeats} repeats of equally many.");
        for (var fold = 0; fold < folds.Count; fold++)
        {
            Assert.True(folds[fold].Count == Subjects.Count, $"fold {fold} has {folds[fold].Count} parts for {Subjects.Count} subjects.");
            Assert.True(folds[fold].All(Enum.IsDefined), $"fold {fold} has a part that there is not.");
            Assert.True(folds[fold].Contains(Part.Train), $"fold {fold} trains on nobody.");
        }
    }

    /// <summary>Whoever is locked away is locked away in every fold.</summary>
    [Fact]
    public void Assign_ExternalSubjects_AreTheSameInEveryFold()
    {
        var folds = Assign(seed: 1);
        foreach (var fold in folds)
            Assert.True(
                fold.Select(part => part == Part.External).SequenceEqual(folds[0].Select(part => part == Part.External)),
                "a subject is external in one fold and not in another, so that the lock is open.");
    }

    /// <summary>The same stream gives the same division.</summary>
    [Fact]
    public void Assign_SameSeed_GivesTheSame()
    {
        var (first, second) = (Assign(seed: 7), Assign(seed: 7));
        Assert.True(first.Zip(second).All(pair => pair.First.SequenceEqual(pair.Second)), "the same stream divided the subjects otherwise. Draw from the given stream alone.");
    }

    private IReadOnlyList<IReadOnlyList<Part>> Assign(ulong seed) => Create().Assign(Subjects, new RandomStream(seed));
}
