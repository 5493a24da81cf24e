namespace McMaster.NETCore.Plugins.Tests;

public sealed class PublishedApiTests
{
    [Fact]
    public void PublicApi_AgainstThePublishedPackage_IsTheSame()
    {
        var listing = Path.Combine(SharedData.RepositoryRoot, "tests", "McMaster.NETCore.Plugins.Tests", "PublishedApi.txt");
        var published = File.ReadAllLines(listing);

        Assert.Equal(published.Order(StringComparer.Ordinal), PublicApi.Of(typeof(PluginLoader).Assembly).Order(StringComparer.Ordinal));
    }
}
