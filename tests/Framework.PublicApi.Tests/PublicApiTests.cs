using System.Reflection;

namespace Framework.PublicApi.Tests;

/// <summary>The bundled assemblies have nothing that the published ones have not: code written against them compiles against those.</summary>
public sealed class PublicApiTests
{
    private static readonly string[] Names = ["TorchSharp", "fo-dicom.core", "McMaster.NETCore.Plugins"];

    public static TheoryData<string> Assemblies => new(Names);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Members_OfABundledAssembly_AllStandInThePublishedListing(string assembly)
    {
        var published = ApiListing.Published(assembly);
        var exceptions = ListedExceptions.Read();
        var foreign = Bundled(assembly).Except(published).Where(member => !exceptions.ContainsKey(member)).ToList();

        var report = foreign.Select(member => $"  {member}\n    nearest published: {NearestMember.Of(member, published)}");
        Assert.True(foreign.Count == 0, $"{foreign.Count} members of the bundled {assembly} are not in the published one:\n{string.Join("\n", report)}");
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Members_OfABundledAssembly_AreNotFew(string assembly)
    {
        // Guards the test above: an assembly that lists nothing would pass it.
        var shared = Bundled(assembly).Intersect(ApiListing.Published(assembly)).Count();

        Assert.True(shared >= 20, $"{shared} members of {assembly} are in its listing");
    }

    [Fact]
    public void Exceptions_OfTheList_AreAllNeededAndReasoned()
    {
        var published = Names.SelectMany(ApiListing.Published).ToHashSet();
        var bundled = Names.SelectMany(Bundled).ToHashSet();

        Assert.All(ListedExceptions.Read(), exception =>
        {
            Assert.True(bundled.Contains(exception.Key), $"exceptions.txt: no bundled assembly has '{exception.Key}'. Remove the line.");
            Assert.False(published.Contains(exception.Key), $"exceptions.txt: '{exception.Key}' is published. Remove the line.");
            Assert.False(exception.Value.Length == 0, $"exceptions.txt: '{exception.Key}' has no reason. Write one after ' # '.");
        });
    }

    private static IReadOnlyList<string> Bundled(string assembly) => ApiListing.Of(Assembly.Load(assembly));
}
