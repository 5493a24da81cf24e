using Framework.Sdk;

namespace Framework.PublicApi.Tests;

/// <summary>The API that plugins are built against changes by review alone, and nothing of it goes without a version's warning.</summary>
public sealed class FrozenApiTests
{
    private static readonly Version Now = new(1, 2, 0, 0);

    private static readonly string ListingFile = Path.Combine(SharedData.RepositoryRoot, "sdk", "Framework.Sdk", "PublicApi.txt");

    [Fact]
    public void Sdk_PublicApi_IsTheReviewedOne()
    {
        var assembly = typeof(IPlugin).Assembly;
        var members = FrozenApi.Of(assembly);

        var problems = FrozenApi.Problems(File.ReadAllLines(ListingFile), members, assembly.GetName().Version!).ToList();

        // What a reviewer compares with the file, and accepts by copying it there.
        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.txt");
        File.WriteAllLines(received, members.Keys.Order(StringComparer.Ordinal));
        Assert.True(problems.Count == 0, $"{problems.Count} differences from sdk/Framework.Sdk/PublicApi.txt (what there is now: {received}):\n{string.Join('\n', problems)}");
    }

    [Fact]
    public void Sdk_Listing_IsNotEmpty() => Assert.InRange(File.ReadLines(ListingFile).Count(), 300, 10_000);

    [Theory]
    [InlineData("A.x", true, "'A.x' is [Obsolete] and the listing does not say so. Write '# obsolete since 1.2' behind it.")]
    [InlineData("A.x # obsolete since 1.1", false, "'A.x' is obsolete in the listing and not in the code. Mark it [Obsolete] with what to use in its place, or take the words away.")]
    [InlineData("A.x # obsolete since 1.2", true, null)]
    [InlineData("A.x", false, null)]
    public void Problems_OfAMember_AreThoseOfItsMark(string line, bool isObsolete, string? problem) =>
        Assert.Equal(problem is null ? [] : [problem], FrozenApi.Problems([line], new Dictionary<string, bool> { ["A.x"] = isObsolete }, Now));

    [Theory]
    [InlineData("A.x", "'A.x' is gone, or has another signature.")]
    [InlineData("A.x # obsolete since 1.2", "'A.x' is gone, or has another signature.")] // warned of in this very version
    [InlineData("A.x # obsolete since 1.1", "'A.x' was obsolete since 1.1 and is gone. Remove the line.")]
    public void Problems_OfAMemberThatIsGone_DependOnHowLongItWasObsolete(string line, string problem) =>
        Assert.StartsWith(problem, Assert.Single(FrozenApi.Problems([line], new Dictionary<string, bool>(), Now)), StringComparison.Ordinal);

    [Fact]
    public void Problems_OfANewMember_AskForItsLine() => Assert.Equal(
        "new: 'A.y'. Add the line, after a review: it is a promise for the rest of the major version.",
        Assert.Single(FrozenApi.Problems(["# heading", "", "A.x"], new Dictionary<string, bool> { ["A.x"] = false, ["A.y"] = false }, Now)));
}
