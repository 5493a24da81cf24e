using System.CommandLine;

namespace Framework.Host.Commands;

/// <summary>The options of every command.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<string[]> _plugins = new("--plugins")
    {
        Description = "A plugin's folder, or a folder of plugin folders, besides those that came with the host",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string> _log = new("--log")
    {
        Description = "How lines on standard error are written",
        HelpName = "text|json",
        Recursive = true,
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Shows details, and where an error arose", Recursive = true };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Says nothing but warnings, errors and results for programs", Recursive = true };

    public GlobalOptions() => _log.AcceptOnlyFromAmong("text", "json");

    public IEnumerable<Option> All => [_plugins, _log, _verbose, _quiet];

    /// <summary>Further folders of plugins.</summary>
    public IReadOnlyList<string> Plugins(ParseResult arguments) => arguments.GetValue(_plugins) ?? [];

    /// <summary>What a worker process needs to be told of these options.</summary>
    public static IEnumerable<string> WordsForWorkers(ParseResult arguments)
    {
        foreach (var folder in arguments.GetValue<string[]>("--plugins") ?? [])
        {
            yield return "--plugins";
            yield return folder;
        }

        if (arguments.GetValue<string>("--log") is { } log)
            yield return $"--log={log}";
        if (arguments.GetValue<bool>("--verbose"))
            yield return "--verbose";
    }

    /// <summary>Whether each line on standard error is a line of JSON.</summary>
    public bool JsonLines(ParseResult arguments) =>
        arguments.GetResult(_log) is { Errors: var errors } && !errors.Any() && arguments.GetValue(_log) == "json";

    /// <summary>Whether only warnings, errors and results are shown.</summary>
    public bool Quiet(ParseResult arguments) => arguments.GetValue(_quiet);

    /// <summary>Refuses both less and more than usual at once.</summary>
    /// <exception cref="Framework.Sdk.ExperimentException">Both are asked for.</exception>
    public void Check(ParseResult arguments) => CommandOptions.RequireOne(arguments, "one shows more than usual, the other less", _verbose, _quiet);

    /// <summary>Whether details are shown.</summary>
    public bool Verbose(ParseResult arguments) => arguments.GetValue(_verbose);
}
