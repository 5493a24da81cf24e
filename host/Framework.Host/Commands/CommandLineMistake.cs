using System.CommandLine;
using System.CommandLine.Parsing;
using Framework.Host.Plugins;

namespace Framework.Host.Commands;

/// <summary>Says what is wrong with a command line.</summary>
internal static class CommandLineMistake
{
    /// <summary>What is wrong and what would be right; null where nothing is.</summary>
    public static string? Describe(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        if (UnknownOption(arguments) is { } option)
            return $"'{NameOf(command)}' has no option '{option}'.{NearestName.Suggest(option, OptionsOf(arguments))} `{NameOf(command)} --help` lists them.";
        if (command is RootCommand)
            return UnknownCommand(arguments.UnmatchedTokens.Count > 0 ? arguments.UnmatchedTokens[0] : null, command);
        if (arguments.UnmatchedTokens is [var extra, ..])
            return $"'{NameOf(command)}' does not take '{extra}'. `{NameOf(command)} --help` shows what it takes.";
        return arguments.Errors.Count == 0 ? null : $"{NameOf(command)}: {arguments.Errors[0].Message} `{NameOf(command)} --help` shows what it takes.";
    }

    private static string UnknownCommand(string? word, Command root) => word is null
        ? "framework needs a command. `framework --help` lists them."
        : $"there is no command '{word}'.{NearestName.Suggest(word, root.Subcommands.Select(command => command.Name))} `framework --help` lists them.";

    // A word that begins with a dash becomes a value where a command takes any number of them.
    private static string? UnknownOption(ParseResult arguments) =>
        arguments.UnmatchedTokens.Concat(arguments.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value))
            .FirstOrDefault(word => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]));

    private static IEnumerable<string> OptionsOf(ParseResult arguments) =>
        arguments.CommandResult.Command.Options.Concat(arguments.RootCommandResult.Command.Options).Select(option => option.Name);

    private static string NameOf(Command command) => command is RootCommand ? "framework" : $"framework {command.Name}";
}
