using System.CommandLine;

namespace Framework.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommandOptions
{
    public static Option<string[]> Set() => new("--set")
    {
        Description = "Overrides one key: --set stages.classify.trainer.epochs=2, --set metrics[0]=auroc; null takes a key away",
        HelpName = "KEY=VALUE",
    };

    public static Option<bool> Json() => new("--json") { Description = "Writes JSON to standard output" };
}
