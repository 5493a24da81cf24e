using System.CommandLine;
using System.CommandLine.Help;
using Framework.Sdk;
using Framework.Host.Engines;
using Framework.Host.Telemetry;
using Framework.Host.Terminal;

namespace Framework.Host.Commands;

/// <summary>From the words of the command line to an exit code.</summary>
internal sealed class CommandLine
{
    private const int WidestHelp = 110;
    private readonly GlobalOptions _global = new();
    private readonly Command _root = new("framework", "Runs experiments in medical imaging.");

    public CommandLine(IEnumerable<HostCommand> commands)
    {
        foreach (var option in _global.All)
            _root.Add(option);
        _root.Add(new HelpOption());
        _root.Add(new VersionOption());
        foreach (var command in commands)
            _root.Add(command);
    }

    /// <summary>Runs the command. Every failure becomes a message on the terminal and an exit code.</summary>
    /// <param name="words">The arguments of the process.</param>
    /// <param name="open">Opens the terminal, given whether its lines are JSON.</param>
    public ExitCode Run(IReadOnlyList<string> words, Func<bool, HostTerminal> open)
    {
        if (Completion.IsAsked(words))
        {
            foreach (var word in Completion.Of(_root, words))
                open(false).Results.WriteLine(word);
            return ExitCode.Done;
        }

        var arguments = _root.Parse(words);
        var terminal = open(_global.JsonLines(arguments));
        terminal.IsQuiet = _global.Quiet(arguments);
        terminal.IsOverheard = Environment.GetEnvironmentVariable(Tether.Variable) == "1";
        try
        {
            using var telemetry = HostTelemetry.Start();
            using var span = HostTelemetry.Command(arguments.CommandResult.Command.Name);
            var code = Run(arguments, terminal);
            span?.SetTag("framework.exit_code", (int)code);
            terminal.RepeatWarnings();
            return code;
        }
        catch (FrameworkException e)
        {
            terminal.Error(e.Message);
            ShowCause(terminal, e, arguments);
            return e.ExitCode;
        }
        catch (Exception e)
        {
            var message = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
            terminal.Error($"{e.GetType().Name}: {message}. Run the command again with --verbose to see where it arose.");
            ShowCause(terminal, e, arguments);
            return ExitCode.RunFailed;
        }
    }

    /// <summary>What is wrong with the words of a command line; null where it could be run.</summary>
    public string? MistakeIn(IReadOnlyList<string> words) => CommandLineMistake.Describe(_root.Parse(words));

    private ExitCode Run(ParseResult arguments, HostTerminal terminal)
    {
        if (arguments.Action is HelpAction)
        {
            foreach (var line in HelpText.Lines(arguments.CommandResult.Command, Math.Min(terminal.ResultWidth ?? WidestHelp, WidestHelp)))
                terminal.Results.WriteLine(line);
            return ExitCode.Done;
        }

        // The version is the only action that is not ours.
        if (arguments.Action is not null && arguments.Errors.Count == 0)
            return (ExitCode)arguments.Invoke(new InvocationConfiguration { Output = terminal.Results, Error = terminal.Human });
        if (CommandLineMistake.Describe(arguments) is { } mistake)
            throw new ExperimentException(mistake);
        _global.Check(arguments);
        var folders = _global.Plugins(arguments);
        using var context = new CommandContext(arguments, terminal, folders, _global.Verbose(arguments));
        if (folders.Count > 0)
            _ = context.Plugins; // what the user named is looked at even by a command that needs no plugin
        return ((HostCommand)arguments.CommandResult.Command).Run(context);
    }

    private void ShowCause(HostTerminal terminal, Exception error, ParseResult arguments)
    {
        if (_global.Verbose(arguments))
            terminal.Error(error.ToString());
    }
}
