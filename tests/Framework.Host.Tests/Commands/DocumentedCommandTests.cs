using System.Text.RegularExpressions;
using Framework.Host.Commands;

namespace Framework.Host.Tests.Commands;

/// <summary>Every command line in the pages is one: its command, options and values are known as they are written.</summary>
public sealed partial class DocumentedCommandTests
{
    // What the launcher does by itself, before there is a program.
    private static readonly string[] OfTheLauncher = ["sdk", "pack", "test", "bench", "build"];

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/authoring.md")]
    [InlineData("docs/cohorts.md")]
    [InlineData("docs/controls.md")]
    [InlineData("docs/experimenting.md")]
    [InlineData("docs/operating.md")]
    [InlineData("docs/studies.md")]
    public void Commands_OfAPage_AreKnownAsTheyAreWritten(string page)
    {
        var commands = Commands(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, page))).Where(command => command.Words.Length > 0 && !OfTheLauncher.Contains(command.Words[0])).ToList();
        var line = HostCommands();

        Assert.NotEmpty(commands);
        // In a sentence a command may be named without what it needs.
        Assert.All(commands, command => Assert.True(line.MistakeIn(command.Words) is not { } mistake || (command.IsNamed && mistake.Split('\n').All(one => one.Contains("' needs ", StringComparison.Ordinal))), line.MistakeIn(command.Words)));
    }

    [Fact]
    public void MistakeIn_WordsThatAreNoCommand_SaysWhichAndWhy() => Assert.Equal(
        "'framework validate' has no option '--jsn'. Did you mean '--json'? `framework validate --help` lists them.", HostCommands().MistakeIn(["validate", "a.yaml", "--jsn"]));

    private static CommandLine HostCommands() => new(typeof(HostCommand).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(HostCommand)) && !type.IsAbstract && type.GetConstructor([]) is not null && type.Name is not ("NewPluginCommand" or "NewExperimentCommand"))
        .Select(type => (HostCommand)Activator.CreateInstance(type)!));

    private static IEnumerable<(string[] Words, bool IsNamed)> Commands(string page)
    {
        foreach (Match match in Command().Matches(page.Replace("\\\n", " ", StringComparison.Ordinal)))
        {
            // A word of its own in capitals stands for a value, and brackets for what may be left out.
            var text = Aside().Replace(match.Groups[1].Value, "").Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace("...", "", StringComparison.Ordinal);
            string[] words = [.. Word().Matches(text).Select(word => word.Value.Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal))];
            yield return (words, match.Value[0] == '`');
        }
    }

    [GeneratedRegex(@"(?:^|[`;\s(])\./framework ([^`\n|;)]*)")]
    private static partial Regex Command();

    // Behind three blanks, or a '#', a line of a block says what the command does.
    [GeneratedRegex(@"(\s{3,}[^-\s]|\s+#).*$")]
    private static partial Regex Aside();

    [GeneratedRegex(@"'[^']*'|""[^""]*""|[^\s'""]+(?:'[^']*')?")]
    private static partial Regex Word();
}
