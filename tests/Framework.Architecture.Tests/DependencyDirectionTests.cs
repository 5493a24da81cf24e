using System.Xml.Linq;
using Framework.Tests.Shared;

namespace Framework.Architecture.Tests;

/// <summary>plugins -> sdk, host -> sdk; never plugin -> plugin, host -> plugin, sdk -> host.</summary>
public sealed class DependencyDirectionTests
{
    public static TheoryData<string> Projects => [.. Directory.EnumerateFiles(SharedData.RepositoryRoot, "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(SharedData.RepositoryRoot, path))
        .Where(path => path.Split('/')[0] is "sdk" or "host" or "plugins")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReferences_PointTowardsTheSdk(string project)
    {
        var folder = Path.GetDirectoryName(Path.Combine(SharedData.RepositoryRoot, project))!;
        var references = XDocument.Load(Path.Combine(SharedData.RepositoryRoot, project)).Descendants("ProjectReference")
            .Select(element => Path.GetRelativePath(SharedData.RepositoryRoot, Path.GetFullPath(Path.Combine(folder, element.Attribute("Include")!.Value))));

        Assert.All(references, reference => Assert.StartsWith("sdk/", reference, StringComparison.Ordinal));
    }

    [Fact]
    public void Sdk_KnowsNeitherComponentsNorDicom()
    {
        var sdk = XDocument.Load(Path.Combine(SharedData.RepositoryRoot, "sdk/Framework.Sdk/Framework.Sdk.csproj"));

        var references = sdk.Descendants("ProjectReference").Select(element => element.Attribute("Include")!.Value);

        Assert.Equal(["../bundled/TorchSharp/TorchSharp.csproj"], references);
    }

    [Fact]
    public void Plugins_StateNothingButTheirSdkLine()
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "plugins");
        var projects = Directory.GetFiles(folder, "*.csproj", SearchOption.AllDirectories);

        Assert.NotEmpty(projects);
        Assert.All(projects, path => Assert.Equal("<Project Sdk=\"Microsoft.NET.Sdk\" />", File.ReadAllText(path).Trim()));
    }
}
