using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>Which variants of a run are meant: a frozen model is one of them.</summary>
internal static class ChosenVariants
{
    /// <summary>What <c>--variant</c> calls all of them.</summary>
    public const string All = "all";

    /// <summary>The experiment of each variant that is meant.</summary>
    /// <param name="experiment">The whole experiment.</param>
    /// <param name="folder">Its run, or a bundle, which holds one variant.</param>
    /// <param name="name">What <c>--variant</c> says; null where it says nothing.</param>
    /// <exception cref="ExperimentException">There are several and none is named, or there is none of that name.</exception>
    public static IReadOnlyList<Experiment> Of(Experiment experiment, RunFolder folder, string? name)
    {
        var there = folder.Units.Select(unit => unit.Unit.Id.Variant).ToHashSet();
        Experiment[] known = [.. experiment.AllVariants().Where(variant => there.Contains(variant.Variant)).Select(variant => variant with { OtherVariants = [] })];
        if (known.Length == 0)
            throw new ExperimentException($"{folder.Path}: the run has no unit of the experiment's variants. Take away what '--set' or '--input' does to 'matrix'.");
        if (name is null && known.Length == 1)
            return known;
        string[] names = [.. known.Select(variant => variant.Variant).OfType<string>()];
        if (names.Length == 0)
            throw new ExperimentException($"--variant: {folder.Path} has no variants, since its experiment has no 'matrix'. Leave --variant out.");
        if (name is null)
            throw new ExperimentException($"{folder.Path}: this run has {known.Length} variants, and a frozen model is one. Choose with --variant one of {Listed(names)}, or '{All}' for each by itself.");
        if (name == All)
            return known;
        return known.FirstOrDefault(variant => variant.Variant == name) is { } chosen
            ? [chosen]
            : throw new ExperimentException($"--variant: there is no variant '{name}'.{NearestName.Suggest(name, names)} There are {Listed(names)}.");
    }

    /// <summary>The file of one variant among several: its name stands before the ending.</summary>
    /// <param name="path">What the command was given.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="count">How many there are.</param>
    public static string FileOf(string path, Experiment variant, int count) => count == 1
        ? path
        : Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}@{variant.Variant}{Path.GetExtension(path)}");

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
