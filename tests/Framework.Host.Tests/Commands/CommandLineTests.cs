using System.Text.Json;
using Framework.Host.Commands;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "framework needs a command. `framework --help` lists them.")]
    [InlineData("validat x.yaml", "there is no command 'validat'. Did you mean 'validate'? `framework --help` lists them.")]
    [InlineData("validate", "'framework validate' needs FILE. `framework validate --help` shows what it takes.")]
    [InlineData("validate x.yaml --jsn", "'framework validate' has no option '--jsn'. Did you mean '--json'? `framework validate --help` lists them.")]
    [InlineData("components extra", "'framework components' does not take 'extra'. `framework components --help` shows what it takes.")]
    [InlineData("components --log xml", "--log takes text or json; it is 'xml'.")]
    [InlineData("components --interface", "--interface takes NAME; nothing follows it.")]
    [InlineData("--verbos components", "'framework components' has no option '--verbos'. Did you mean '--verbose'? `framework components --help` lists them.")]
    [InlineData("phantom ich --out x --cases many", "--cases takes a whole number; it is 'many'.")]
    [InlineData("phantom ich --cases 5", "'framework phantom' needs --out DIR. `framework phantom --help` shows what it takes.")]
    [InlineData("phantom ich --out x --cases 0", "--cases: a cohort has at least 1 case; it is 0.")]
    [InlineData("components --interface transfrom", "--interface: there are no components of the interface 'transfrom'. Did you mean 'transform'? There are: ")]
    [InlineData("describe windws", "no plugin offers a component 'windws'. Did you mean 'windows'? `framework components` lists them.")]
    public void Run_WrongWords_SaysWhatWouldBeRight(string words, string message)
    {
        var run = CommandRun.Of(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongExperiment, run.Code);
        Assert.Equal("", run.Output);
        if (message.EndsWith(": ", StringComparison.Ordinal))
            Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
        else
            Assert.Equal(message + Environment.NewLine, run.Error);
    }

    [Fact]
    public void Run_SeveralWordsMissing_SaysAll() =>
        Assert.Equal(3, CommandRun.Of("phantom").Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

    [Theory]
    [InlineData(ExitCode.RunFailed)]
    [InlineData(ExitCode.WrongExperiment)]
    [InlineData(ExitCode.WrongData)]
    [InlineData(ExitCode.PluginFailed)]
    public void Run_FrameworkError_IsItsMessageAndItsExitCode(ExitCode code)
    {
        FrameworkException error = code switch
        {
            ExitCode.RunFailed => new TrainingException("it broke."),
            ExitCode.WrongExperiment => new ExperimentException("it broke."),
            ExitCode.WrongData => new DataFormatException("it broke."),
            _ => new PluginException("it broke."),
        };

        Assert.Equal(new CommandRun(code, "", "it broke." + Environment.NewLine), CommandRun.With([new Throwing(error)], "throw"));
    }

    [Fact]
    public void Run_AnyOtherError_IsOneLineWithoutATrace()
    {
        var run = CommandRun.With([new Throwing(new InvalidOperationException("two\nlines"))], "throw");

        Assert.Equal(new CommandRun(
            ExitCode.RunFailed, "", "InvalidOperationException: two lines. Run the command again with --verbose to see where it arose." + Environment.NewLine), run);
    }

    [Fact]
    public void Run_AnyErrorWithVerbose_ShowsWhereItArose() =>
        Assert.Contains("at Framework.Host.Tests.Commands.CommandLineTests.Throwing.Run", CommandRun.With([new Throwing(new ExperimentException("no."))], "throw", "--verbose").Error, StringComparison.Ordinal);

    [Fact]
    public void Run_LogJson_MakesEachLineAnObject()
    {
        var run = CommandRun.With([new Throwing(new ExperimentException("first \"line\"\nsecond"))], "throw", "--log", "json");

        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["first \"line\"", "second"], lines.Select(line => line.GetProperty("message").GetString()));
        Assert.All(lines, line => Assert.Equal("error", line.GetProperty("level").GetString()));
    }

    [Fact]
    public void Run_Help_GoesToStandardOutput()
    {
        var run = CommandRun.Of("validate", "--help");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("framework validate <FILE>...", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    private sealed class Throwing(Exception error) : HostCommand("throw", "")
    {
        public override ExitCode Run(CommandContext context) => throw error;
    }
}
