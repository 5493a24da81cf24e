using Framework.Host.Plugins;

namespace Framework.Host.Experiments;

/// <summary>A component made from a place in an experiment.</summary>
/// <param name="Name">The name after <c>use:</c>.</param>
/// <param name="Instance">The component.</param>
/// <param name="Component">Its entry in the catalogue.</param>
/// <param name="Canonical">Canonical JSON of its name and resolved options, keys sorted: equal where the result must be.</param>
internal sealed record Bound<T>(string Name, T Instance, Component Component, string Canonical)
    where T : class
{
    /// <summary>The options that were written, on one line, for people.</summary>
    public string Given { get; init; } = "";
}
