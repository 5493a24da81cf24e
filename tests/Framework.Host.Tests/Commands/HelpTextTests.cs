using System.CommandLine;
using Framework.Host.Commands;

namespace Framework.Host.Tests.Commands;

public sealed class HelpTextTests
{
    private readonly Command _root = new("framework", "Runs experiments in medical imaging.");
    private readonly Command _scan = new("scan", "Looks for names, dates and numbers of patients in any output folder");

    public HelpTextTests()
    {
        var many = new Argument<string>("DIR") { Description = "The folder to look through" };
        many.CompletionSources.Add("every", "single", "folder");
        _scan.Add(many);
        _scan.Add(new Option<string>("--data") { Description = "The data: every name of their headers is looked for", HelpName = "DIR", Required = true });
        _scan.Add(new Option<int>("--most") { Description = "How many are shown", HelpName = "N", DefaultValueFactory = _ => 200 });
        _scan.Add(new Option<bool>("--secret") { Hidden = true });
        _root.Add(new Option<bool>("--quiet") { Description = "Says less", Recursive = true });
        _root.Add(_scan);
        _root.Add(new Command("worker", "Does a unit") { Hidden = true });
    }

    [Fact]
    public void Lines_Command_HaveWhatItTakesAndNothingThatAShellCompletes() =>
        Assert.Equal(
            [
                "Looks for names, dates and numbers of patients in any output folder.",
                "",
                "Usage: framework scan <DIR> [options]",
                "",
                "Arguments:",
                "  <DIR>  The folder to look through",
                "",
                "Options:",
                "  --data <DIR>  The data: every name of their headers is looked for",
                "                (required)",
                "  --most <N>    How many are shown [default: 200]",
                "  --quiet       Says less",
            ],
            HelpText.Lines(_scan, 70));

    [Fact]
    public void Lines_Narrow_HaveDescriptionsBelowNames()
    {
        var lines = HelpText.Lines(_scan, 40).ToList();

        Assert.Contains("  --most <N>", lines);
        Assert.Contains("      How many are shown [default: 200]", lines);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 40));
    }

    [Fact]
    public void Lines_Root_ListCommandsButNoHiddenOnes()
    {
        var lines = HelpText.Lines(_root, 80).ToList();

        Assert.Contains("Commands:", lines);
        Assert.Contains("  scan <DIR>  Looks for names, dates and numbers of patients in any output", lines);
        Assert.DoesNotContain(lines, line => line.Contains("worker", StringComparison.Ordinal));
    }
}
