using System.Text.RegularExpressions;
using System.Xml.Linq;
using Framework.Host.Authoring;

namespace Framework.Host.Tests.Authoring;

public sealed partial class PluginTemplateTests
{
    [Fact]
    public void Files_ChosenParts_HaveTheirLinesAndNoOthers()
    {
        var files = Files("always", "inside", "metric");

        var plugin = files["plugin/KneePlugin.cs"];
        Assert.Contains(".Add<IMetric, YoudenIndex>(\"knee.youden\");", plugin, StringComparison.Ordinal);
        Assert.DoesNotContain("TableSource", plugin, StringComparison.Ordinal);
        Assert.Contains("data: { use: ich.rsna, root: data/phantoms/knee }", files["experiment/quick.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain(files.Keys, name => name.Contains("Clip", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_EveryPart_LeaveNoMarkAndNoPlaceholder()
    {
        foreach (var (name, text) in Files(["always", "inside", "repository", .. PluginTemplate.Parts]))
            Assert.True(!Left().IsMatch(name + text), $"{name}: '{Left().Match(name + text).Value}' was not filled in");
    }

    // The packages that a plugin's repository is tested with are those that the framework is tested with.
    [Fact]
    public void Files_OfARepository_NameTheFrameworksOwnTestPackages()
    {
        var own = XDocument.Load(Path.Combine(SharedData.RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(item => item.Attribute("Include")!.Value, item => item.Attribute("Version")!.Value);

        var named = XDocument.Parse(Files("repository")["tests/Framework.Plugins.Knee.Tests.csproj"]).Descendants("PackageReference").Where(item => !item.Attribute("Include")!.Value.StartsWith("Framework", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, named.Count);
        Assert.All(named, item => Assert.Equal(own[item.Attribute("Include")!.Value], item.Attribute("Version")!.Value));
    }

    private static Dictionary<string, string> Files(params string[] groups) => PluginTemplate
        .Files(groups.ToHashSet(), [("Study.Assembly", "Framework.Plugins.Knee"), ("StudyName", "Knee"), ("study-name", "knee"), ("RUNNER", "run"), ("LAUNCHER", "framework"), ("SDK_VERSION", "1.0.0")])
        .GroupBy(file => $"{file.Role}/{file.Name}").ToDictionary(group => group.Key, group => group.First().Text);

    [GeneratedRegex("(StudyName|study-name|Study\\.Assembly|RUNNER|LAUNCHER|SDK_VERSION|//: |#: )")]
    private static partial Regex Left();
}
