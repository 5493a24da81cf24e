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
        if (arguments.CommandResult == arguments.RootCommandResult && arguments.UnmatchedTokens is [var word, ..] && word[0] != '-')
            return UnknownCommand(word, command);
        if (UnknownOption(arguments) is { } option)
            return $"'{NameOf(command)}' has no option '{option}'.{NearestName.Suggest(option, OptionsOf(arguments))} "
                + $"`{NameOf(command)} --help` lists them.";
        if (arguments.CommandResult == arguments.RootCommandResult)
            return "framework needs a command. `framework --help` lists them.";
        if (command.Subcommands.Count > 0)
            return $"'{NameOf(command)}' needs one of: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}. `{NameOf(command)} --help` shows what they do.";
        if (arguments.UnmatchedTokens is [var extra, ..])
            return $"'{NameOf(command)}' does not take '{extra}'. `{NameOf(command)} --help` shows what it takes.";
        var mistakes = arguments.Errors.Select(error => Words(error, command)).Distinct().ToList();
        return mistakes.Count == 0 ? null : string.Join('\n', mistakes);
    }

    private static string Words(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Implicit: true } or CommandResult when Missing(error, command) is { } missing =>
            $"'{NameOf(command)}' needs {missing}. `{NameOf(command)} --help` shows what it takes.",
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} takes {Kind(option.Option)}; nothing follows it.",
        OptionResult option => $"{option.Option.Name} takes {Kind(option.Option)}; it is '{option.Tokens[^1].Value}'.",
        ArgumentResult { Tokens.Count: 0 } argument =>
            $"'{NameOf(command)}' needs {argument.Argument.Name}. `{NameOf(command)} --help` shows what it takes.",
        _ => $"{NameOf(command)}: {error.Message.ReplaceLineEndings(" ")} `{NameOf(command)} --help` shows what it takes.",
    };

    private static string? Missing(ParseError error, Command command) =>
        command.Options.FirstOrDefault(option => option.Required && Names(error, option)) is { } option
            ? $"{option.Name} {option.HelpName}"
            : command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0)?.Name;

    private static bool Names(ParseError error, Option option) => error.Message.Contains($"'{option.Name}'", StringComparison.Ordinal);

    private static string Kind(Option option) =>
        option.HelpName is { } words && words.Contains('|', StringComparison.Ordinal) ? words.Replace("|", " or ", StringComparison.Ordinal)
        : option.ValueType == typeof(int) || option.ValueType == typeof(ulong) ? "a whole number" : option.HelpName ?? "a value";

    private static string UnknownCommand(string word, Command root) =>
        $"there is no command '{word}'.{NearestName.Suggest(word, root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name))} "
        + "`framework --help` lists them.";

    // A word that begins with a dash becomes a value where a command takes any number of them.
    private static string? UnknownOption(ParseResult arguments) =>
        arguments.UnmatchedTokens
            .Concat(arguments.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value))
            .FirstOrDefault(word => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]));

    private static IEnumerable<string> OptionsOf(ParseResult arguments) =>
        arguments.CommandResult.Command.Options.Concat(arguments.RootCommandResult.Command.Options).Select(option => option.Name);

    private static string NameOf(Command command) => command.Name == "framework" ? "framework" : $"framework {command.Name}";
}
