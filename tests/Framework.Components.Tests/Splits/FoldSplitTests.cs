using System.ComponentModel.DataAnnotations;
using Framework.Components.Splits;

namespace Framework.Components.Tests.Splits;

public sealed class FoldSplitTests
{
    private static readonly List<Subject> Twelve = Cohorts.OfThreeSites(12);

    [Fact]
    public void Assign_KFold_TestsEachSubjectOnceInPartsOfEqualSize()
    {
        var folds = KFold(5).Assign(Cohorts.OfThreeSites(23), new RandomStream(1));

        Assert.Equal([4, 4, 5, 5, 5], folds.Select(fold => fold.Count(Part.Test)).Order());
        Assert.All(Enumerable.Range(0, 23), at => Assert.Single(folds, fold => fold[at] == Part.Test));
        Assert.All(folds, fold => Assert.Equal(23 - fold.Count(Part.Test), fold.Count(Part.Train)));
    }

    [Fact]
    public void Assign_KFoldWithValidate_SetsThatShareOfTheTrainingSubjectsAside()
    {
        var folds = KFold(4, validate: 0.3).Assign(Twelve, new RandomStream(1));

        Assert.All(folds, fold => Assert.Equal((6, 3, 3), (fold.Count(Part.Train), fold.Count(Part.Validate), fold.Count(Part.Test))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Assign_HeldOutValidate_ChoosesOnEachSubjectOnceAndTestsNobody(bool stratified)
    {
        var test = Folds(stratified, HeldOut.Test).Assign(Twelve, new RandomStream(1));

        var folds = Folds(stratified, HeldOut.Validate).Assign(Twelve, new RandomStream(1));

        Assert.All(folds, fold => Assert.Equal((9, 3, 0), (fold.Count(Part.Train), fold.Count(Part.Validate), fold.Count(Part.Test))));
        // The same folds, for another purpose.
        Assert.Equal(test.Select(fold => fold.Select(part => part == Part.Test)), folds.Select(fold => fold.Select(part => part == Part.Validate)));
    }

    [Fact]
    public void Check_HeldOutValidateWithAShareToChooseOn_AsksForOneOfThem()
    {
        var problem = Assert.Single(((IValidatableObject)new KFoldOptions { Folds = 4, Validate = 0.2, HeldOut = HeldOut.Validate }).Validate(new ValidationContext(this)));

        Assert.Equal("'held_out: validate' chooses on the subjects that are held out, and 'validate' sets others aside to choose on. Keep one of them.", problem.ErrorMessage);
        Assert.Single(((IValidatableObject)new StratifiedGroupKFoldOptions { Folds = 4, Validate = 0.2, HeldOut = HeldOut.Validate }).Validate(new ValidationContext(this)));
    }

    private static ISplit Folds(bool stratified, HeldOut heldOut) => stratified
        ? new StratifiedGroupKFoldSplit(new StratifiedGroupKFoldOptions { Folds = 4, HeldOut = heldOut })
        : new KFoldSplit(new KFoldOptions { Folds = 4, HeldOut = heldOut });

    [Fact]
    public void Assign_ValidateTakesAll_IsAnError()
    {
        var error = Assert.Throws<ExperimentException>(() => KFold(2, validate: 0.9).Assign(Cohorts.OfThreeSites(3), new RandomStream(1)));
        Assert.Matches("^'k-fold' leaves no subject to train on: 'validate' takes (1 of 1|2 of 2). Give 'validate' a smaller share, or use more subjects.$", error.Message);
    }

    [Fact]
    public void Assign_Repeated_BeginsWithTheSplitItselfAndThenHasOtherSeeds()
    {
        var repeated = new RepeatedSplit(new RepeatedOptions { Times = 3, Split = KFold(4) });

        var rounds = repeated.Assign(Twelve, new RandomStream(1)).Chunk(4).ToList();

        Assert.Equal(3, repeated.Repeats);
        Assert.Equal(KFold(4).Assign(Twelve, new RandomStream(1)), rounds[0]);
        Assert.Equal(3, rounds.Select(round => string.Join(' ', round.SelectMany(fold => fold))).Distinct().Count());
        Assert.All(rounds, round => Assert.All(Enumerable.Range(0, 12), at => Assert.Single(round, fold => fold[at] == Part.Test)));
    }

    [Fact]
    public void Assign_LeaveOneSiteOut_TestsEachSiteInTurn()
    {
        var folds = new LeaveOneSiteOutSplit(new LeaveOneSiteOutOptions { Validate = 0.25 }).Assign(Twelve, new RandomStream(1));

        Assert.Equal(3, folds.Count);
        for (var fold = 0; fold < 3; fold++)
        {
            Assert.All(Enumerable.Range(0, 12), at => Assert.Equal(at % 3 == fold, folds[fold][at] == Part.Test));
            Assert.Equal(2, folds[fold].Count(Part.Validate));
        }
    }

    [Fact]
    public void Assign_LeaveOneSiteOutOfOneSiteOrNone_IsAnError()
    {
        var split = new LeaveOneSiteOutSplit(new LeaveOneSiteOutOptions());
        var one = Assert.Throws<ExperimentException>(() => split.Assign([.. Twelve.Where(subject => subject.Site == "a")], new RandomStream(1)));
        Assert.Equal("'leave-one-site-out' needs two sites or more; the 4 subjects have 1. Use 'stratified-group-k-fold'.", one.Message);
        var none = Assert.Throws<ExperimentException>(() => split.Assign([.. Twelve, Twelve[0] with { Id = "x", Site = "" }], new RandomStream(1)));
        Assert.Equal(
            "'leave-one-site-out' needs the site of every subject; 1 of 13 have none. Tell the data source where sites stand, or leave such subjects out.",
            none.Message);
    }

    [Fact]
    public void Assign_Nested_NeverChoosesOrTrainsOnWhomTheOuterFoldTests()
    {
        var folds = new NestedSplit(new NestedOptions { Outer = KFold(3), Inner = KFold(4) }).Assign(Twelve, new RandomStream(1));

        Assert.Equal(12, folds.Count);
        foreach (var outer in folds.Chunk(4))
        {
            var tested = Enumerable.Range(0, 12).Where(at => outer[0][at] == Part.Test).ToList();
            Assert.Equal(4, tested.Count);
            Assert.All(outer, inner => Assert.Equal(tested, Enumerable.Range(0, 12).Where(at => inner[at] == Part.Test)));
            Assert.All(Enumerable.Range(0, 12).Except(tested), at => Assert.Single(outer, inner => inner[at] == Part.Validate));
        }
    }

    [Fact]
    public void Assign_NestedWithPartsOfItsOwn_IsAnError()
    {
        var outer = Assert.Throws<ExperimentException>(() => new NestedSplit(new NestedOptions { Outer = KFold(3, 0.2), Inner = KFold(2) }).Assign(Twelve, new RandomStream(1)));
        Assert.Equal("'nested' chooses on the folds of 'inner', and 'outer' has a part to choose on of its own. Leave 'validate' out of 'outer'.", outer.Message);
        var inner = Assert.Throws<ExperimentException>(() => new NestedSplit(new NestedOptions { Outer = KFold(3), Inner = KFold(2, 0.3) }).Assign(Twelve, new RandomStream(1)));
        Assert.Equal("'nested' chooses on what 'inner' tests, and 'inner' has other parts besides. Leave 'validate' and external sites out of 'inner'.", inner.Message);
    }

    private static KFoldSplit KFold(int folds, double validate = 0) => new(new KFoldOptions { Folds = folds, Validate = validate });
}
