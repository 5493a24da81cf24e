using Framework.Host.Commands;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

/// <summary>What a command line did: exit code, standard output, standard error.</summary>
internal sealed record CommandRun(ExitCode Code, string Output, string Error)
{
    /// <summary>Runs a command line in this process.</summary>
    public static CommandRun Of(params string[] words) => With(
        [new ValidateCommand(), new ComponentsCommand(), new DescribeCommand(), new PluginsCommand(), new PhantomCommand()], words);

    public static CommandRun With(IEnumerable<HostCommand> commands, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var lines = new JsonLines(error, TimeProvider.System);
        var code = new CommandLine(commands).Run(words, json => new HostTerminal(output, json ? lines : error));
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
