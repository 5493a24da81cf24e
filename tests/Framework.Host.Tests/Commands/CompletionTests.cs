using Framework.Host.Commands;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("framework val", "validate")]
    [InlineData("./framework val", "validate")]
    [InlineData("/opt/framework/framework validate --se", "--set")]
    [InlineData("framework components --interface data-s", "data-source")]
    [InlineData("framework describe hounsf", "hounsfield")]
    public void Suggest_LineThatIsBeingTyped_SaysWhatCouldStandThere(string line, string expected) =>
        Assert.Equal(expected, Complete(line).Trim());

    [Fact]
    public void Suggest_PlaceOfAFile_LeavesItToTheShell() => Assert.DoesNotContain(Complete("framework validate exp").Split('\n'), word => word.StartsWith("exp", StringComparison.Ordinal));

    [Theory]
    [InlineData("bash", "complete -o bashdefault")]
    [InlineData("zsh", "compdef")]
    public void Completion_OfAShell_IsWhatItSources(string shell, string words)
    {
        var run = CommandRun.With([new CompletionCommand()], "completion", shell);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
    }

    private static string Complete(string line)
    {
        var run = CommandRun.Of($"[suggest:{line.Length}]", line);
        Assert.Equal(ExitCode.Done, run.Code);
        return run.Output;
    }
}
