using Framework.Host.Authoring;

namespace Framework.Host.Tests.Authoring;

public sealed class SolutionTextTests
{
    private static readonly string Solution = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "Framework.sln"));
    private static readonly string Filter = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "host", "Framework.slnf"));

    [Fact]
    public void WithProject_AnotherPlugin_StandsAmongThePluginsInEveryConfiguration()
    {
        var solution = SolutionText.WithProject(Solution, "plugins/Framework.Plugins.New/Framework.Plugins.New.csproj");

        var id = System.Text.RegularExpressions.Regex.Match(solution, "\"Framework.Plugins.New\", \".*\", \"({.*})\"").Groups[1].Value;
        var folder = System.Text.RegularExpressions.Regex.Match(solution, "\"plugins\", \"plugins\", \"({.*})\"").Groups[1].Value;
        Assert.Contains($"\t\t{id} = {folder}\n", solution, StringComparison.Ordinal);
        Assert.Contains($"\t\t{id}.Release|Any CPU.Build.0 = Release|Any CPU\n", solution, StringComparison.Ordinal);
        Assert.Equal(Solution.Split(".Debug|x64.Build.0").Length + 1, solution.Split(".Debug|x64.Build.0").Length);
        // Nothing else is touched.
        var added = solution.Split('\n').Where(line => line.Contains(id, StringComparison.Ordinal)).ToList();
        Assert.Equal(Solution.Split('\n').Length + added.Count + 1, solution.Split('\n').Length); // and its EndProject
    }

    [Fact]
    public void WithProject_OneThatIsThere_ChangesNothing() =>
        Assert.Equal(Solution, SolutionText.WithProject(Solution, "plugins/Framework.Plugins.Ich/Framework.Plugins.Ich.csproj"));

    [Fact]
    public void WithFiltered_AnotherPlugin_StandsInOrder()
    {
        var filter = SolutionText.WithFiltered(Filter, "plugins/Framework.Plugins.Knee/Framework.Plugins.Knee.csproj");

        var projects = System.Text.Json.JsonDocument.Parse(filter).RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray().Select(one => one.GetString()!).ToList();
        Assert.Equal(projects.Order(StringComparer.Ordinal), projects);
        Assert.Contains("plugins/Framework.Plugins.Knee/Framework.Plugins.Knee.csproj", projects);
    }

    [Theory]
    [InlineData("plugins/Framework.Plugins.Aorta/Framework.Plugins.Aorta.csproj")] // before all other plugins
    [InlineData("plugins/Framework.Plugins.Zygoma/Framework.Plugins.Zygoma.csproj")] // behind them
    public void WithFiltered_FirstOrLast_IsStillJson(string project)
    {
        var projects = System.Text.Json.JsonDocument.Parse(SolutionText.WithFiltered(Filter, project)).RootElement.GetProperty("solution").GetProperty("projects");

        Assert.Contains(project, projects.EnumerateArray().Select(one => one.GetString()));
    }
}
