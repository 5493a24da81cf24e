using System.CommandLine;
using Framework.Sdk;

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

    /// <summary>Whether an option stands on the command line.</summary>
    public static bool IsGiven(ParseResult arguments, Option option) => arguments.GetResult(option) is { Implicit: false };

    /// <summary>Refuses a command line with options that ask for different things: none of them is preferred in silence.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="why">What each of them asks for.</param>
    /// <param name="options">Those that exclude each other.</param>
    /// <exception cref="ExperimentException">Two of them are given.</exception>
    public static void RequireOne(ParseResult arguments, string why, params Option[] options)
    {
        if (options.Where(option => IsGiven(arguments, option)).ToList() is [var first, var second, ..])
            throw new ExperimentException($"{first.Name} and {second.Name} exclude each other: {why}. Give one of them.");
    }

    /// <summary>Refuses options that would do nothing without another one.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="needed">What they need.</param>
    /// <param name="options">They.</param>
    /// <exception cref="ExperimentException">One of them is given without it.</exception>
    public static void RequireWith(ParseResult arguments, Option needed, params Option[] options)
    {
        if (!IsGiven(arguments, needed) && options.FirstOrDefault(option => IsGiven(arguments, option)) is { } alone)
            throw new ExperimentException($"{alone.Name} does nothing without {needed.Name}. Add {needed.Name} {needed.HelpName}, or leave {alone.Name} out.");
    }
}
