using System.Reflection;

namespace Framework.PublicApi.Tests;

/// <summary>What is small enough to be bundled whole, is.</summary>
public sealed class CompletenessTests
{
    [Theory]
    [InlineData("McMaster.NETCore.Plugins")]
    public void Members_OfThePublishedAssembly_AreAllInTheBundledOne(string assembly) =>
        Assert.Empty(ApiListing.Published(assembly).Except(ApiListing.Of(Assembly.Load(assembly))));
}
