using Framework.Components.Reports;

namespace Framework.Components.Tests.Reports;

public sealed class AssertionsTests
{
    private static readonly Assertions Rules = new(new AssertionOptions());

    [Theory]
    [InlineData("There is a mass in the left frontal lobe.", Assertion.Present)]
    [InlineData("No mass.", Assertion.Absent)]
    [InlineData("No evidence of a mass.", Assertion.Absent)]
    [InlineData("No hemorrhage, infarct or mass.", Assertion.Absent)]
    [InlineData("A mass is not seen.", Assertion.Absent)]
    [InlineData("Mass: none.", Assertion.Absent)]
    [InlineData("No hemorrhage but a mass in the right temporal lobe.", Assertion.Present)]
    [InlineData("No hemorrhage; mass in the right temporal lobe.", Assertion.Present)]
    [InlineData("No change of the known mass.", Assertion.Present)]
    [InlineData("Possible mass.", Assertion.Uncertain)]
    [InlineData("A small mass cannot be excluded.", Assertion.Uncertain)]
    [InlineData("We cannot exclude a mass.", Assertion.Uncertain)]
    [InlineData("Not only a mass, also edema.", Assertion.Present)]
    [InlineData("The mass, which shows no edema, is larger.", Assertion.Present)]
    [InlineData("Apart from a mass the brain is normal.", Assertion.Present)]
    [InlineData("Without mass effect on the midline.", Assertion.Absent)]
    public void Of_ASentence_HearsDenialAndDoubt(string sentence, Assertion expected)
    {
        var (start, length) = new TermPattern("mass").In(sentence).Single();

        Assert.Equal(expected, Rules.Of(sentence, start, length));
    }

    [Theory]
    [InlineData("dural enhanc*", "Smooth dural  enhancement.", true)]
    [InlineData("dural enhanc*", "Dural-enhancing rim.", true)]
    [InlineData("dural enhanc*", "Epidural enhancement.", false)]
    [InlineData("mass", "Massive edema.", false)]
    public void TermPattern_Words_MatchWholeWordsAlone(string term, string text, bool expected) => Assert.Equal(expected, new TermPattern(term).IsIn(text));

    [Fact]
    public void TermPattern_WithoutALetter_IsRefused() => Assert.Throws<ExperimentException>(() => new TermPattern(" * "));
}
