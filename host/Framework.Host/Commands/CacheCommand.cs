using System.CommandLine;
using System.Globalization;
using Framework.Components.Data.Cache;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>cache stats|clear</c>: what prepared samples take on the disk, and giving it back.</summary>
internal sealed class CacheCommand : HostCommand
{
    private readonly Argument<string> _action = new("stats|clear") { Description = "Show what is kept, or delete it all" };
    private readonly Option<string> _runs = RunOptions.MakeRuns();

    private readonly Option<string?> _folder = new("--folder")
    {
        Description = $"The cache's folder, as 'cache.folder' of an experiment; otherwise that of {CachePlace.Variable}, or the one of --runs",
        HelpName = "DIR",
    };

    private readonly Option<bool> _json = CommandOptions.Json();

    public CacheCommand()
        : base("cache", "Shows or clears the samples that were kept between epochs and runs")
    {
        Add(_action);
        Add(_runs);
        Add(_folder);
        Add(_json);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var action = context.Arguments.GetValue(_action);
        if (action is not ("stats" or "clear"))
            throw new ExperimentException($"cache: '{action}' is nothing to do with it. Use 'stats' or 'clear'.");
        var store = new RunStore(context.Arguments.GetValue(_runs)!, TimeProvider.System);
        var folder = new CacheFolder(CachePlace.Of(context.Arguments.GetValue(_folder), store), TimeProvider.System);
        var found = action == "clear" ? folder.Clear() : folder.Count();
        if (context.Arguments.GetValue(_json))
            WriteJson(context.Terminal.Results, folder, found);
        else
            context.Terminal.Results.WriteLine($"{folder.Path}: {Describe(found, action == "clear")}");
        return ExitCode.Done;
    }

    private static string Describe(CacheStatistics found, bool isCleared)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{found.Samples:N0} prepared {(found.Samples == 1 ? "sample" : "samples")}, {found.Bytes}");
        return isCleared ? $"{what} deleted"
            : found.OldestUse is { } used ? string.Create(CultureInfo.InvariantCulture, $"{what}; the one that would go first was last used {used:yyyy-MM-dd HH:mm}") : what;
    }

    private static void WriteJson(TextWriter output, CacheFolder folder, CacheStatistics found) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("folder", folder.Path);
        json.WriteNumber("samples", found.Samples);
        json.WriteNumber("bytes", found.Bytes.Bytes);
        if (found.OldestUse is { } used)
            json.WriteString("oldest_use", used);
        json.WriteEndObject();
    });
}
