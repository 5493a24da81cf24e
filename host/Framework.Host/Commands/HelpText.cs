using System.CommandLine;
using Framework.Host.Terminal;

namespace Framework.Host.Commands;

/// <summary>What a command is for and what it takes, in lines of a given width. Values that a shell completes, such as every component, are not listed.</summary>
internal static class HelpText
{
    private const string Indent = "  ";
    private const string Below = "      ";
    private const int MostNames = 32; // a longer name has its description below it
    private const int LeastWords = 36;

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Command command, int width)
    {
        var path = PathOf(command);
        var arguments = command.Arguments.Where(argument => !argument.Hidden).ToList();
        var subcommands = command.Subcommands.Where(sub => !sub.Hidden).ToList();
        IEnumerable<string> usage = [.. path, .. subcommands.Count > 0 ? ["<COMMAND>"] : Array.Empty<string>(), .. arguments.Select(Name), "[options]"];
        var options = path.Count == 1 ? command.Options : command.Options.Concat(Root(command).Options.Where(option => option.Recursive));
        return
        [
            .. Paragraphs.Lines($"{command.Description!.TrimEnd('.')}.", width),
            "",
            .. Paragraphs.Lines($"Usage: {string.Join(' ', usage)}", width, Below.Length),
            .. Section("Arguments", [.. arguments.Select(argument => (Name(argument), Words(argument.Description, argument.HasDefaultValue ? argument.GetDefaultValue() : null)))], width),
            .. Section("Options", [.. options.Where(option => !option.Hidden).Select(option => (Name(option), Words(option)))], width),
            .. Section("Commands", [.. subcommands.Select(sub => (string.Join(' ', sub.Arguments.Where(argument => !argument.Hidden).Select(Name).Prepend(sub.Name)), sub.Description ?? ""))], width),
        ];
    }

    private static IEnumerable<string> Section(string title, IReadOnlyList<(string Name, string Words)> entries, int width)
    {
        if (entries.Count == 0)
            yield break;
        yield return "";
        yield return $"{title}:";
        var names = entries.Select(entry => entry.Name.Length).Where(length => length <= MostNames).DefaultIfEmpty(0).Max();
        var indent = Indent.Length + names + Indent.Length;
        var isBeside = width - indent >= LeastWords;
        foreach (var (name, words) in entries)
        {
            var lines = Paragraphs.Lines(words, width - (isBeside ? indent : Below.Length)).ToList();
            if (isBeside && name.Length <= names && lines.Count > 0)
                yield return $"{Indent}{name.PadRight(names)}{Indent}{lines[0]}";
            else
                foreach (var line in Paragraphs.Lines(name, width - Indent.Length, Indent.Length))
                    yield return Indent + line;
            foreach (var line in isBeside && name.Length <= names ? lines.Skip(1) : lines)
                yield return new string(' ', isBeside ? indent : Below.Length) + line;
        }
    }

    private static List<string> PathOf(Command command) => [.. command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? PathOf(parent) : [], command.Name];

    private static Command Root(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Root(parent) : command;

    private static string Name(Argument argument)
    {
        var name = $"<{argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";
        return argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue ? $"[{name}]" : name;
    }

    private static string Name(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).Where(name => name[0] == '-').Distinct().OrderBy(name => name.Length));
        return option.HelpName is { } value ? $"{names} <{value}>" : names;
    }

    private static string Words(Option option) => Words(
        option.Required ? $"{option.Description} (required)" : option.Description,
        option.HasDefaultValue && option.ValueType != typeof(bool) ? option.GetDefaultValue() : null);

    private static string Words(string? description, object? fallback) => fallback is null or "" ? description ?? "" : $"{description} [default: {fallback}]";
}
