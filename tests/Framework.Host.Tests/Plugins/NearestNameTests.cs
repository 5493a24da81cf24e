using Framework.Host.Plugins;

namespace Framework.Host.Tests.Plugins;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["windows", "resize", "flip", "normalise", "shift-scale-rotate"];

    [Theory]
    [InlineData("windws", "windows")]     // a letter left out
    [InlineData("widnows", "windows")]    // two letters swapped
    [InlineData("Windows", "windows")]    // another case
    [InlineData("normalize", "normalise")]
    [InlineData("filp", "flip")]
    [InlineData("shift-scale-rotation", "shift-scale-rotate")]
    public void Of_Slip_FindsTheNameMeant(string name, string expected) => Assert.Equal(expected, NearestName.Of(name, Known));

    [Theory]
    [InlineData("hounsfield")]
    [InlineData("clip-x")]
    [InlineData("")]
    public void Of_NothingNear_IsNull(string name) => Assert.Null(NearestName.Of(name, Known));

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("ca", "abc", 3)] // a swap's letters are not edited again
    [InlineData("same", "same", 0)]
    public void Distance_WorkedByHand_IsThat(string a, string b, int expected) => Assert.Equal(expected, NearestName.Distance(a, b));
}
