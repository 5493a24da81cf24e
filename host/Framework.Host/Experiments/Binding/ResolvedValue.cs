using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Binding;

/// <summary>A value as it was understood, with where it comes from.</summary>
internal abstract record ResolvedValue(Origin Origin);

/// <summary>A single value.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Value">Null, a <see cref="bool"/>, a <see cref="decimal"/> for whole numbers, a <see cref="double"/> or a <see cref="string"/>.</param>
internal sealed record ResolvedScalar(Origin Origin, object? Value) : ResolvedValue(Origin);

/// <summary>A list.</summary>
internal sealed record ResolvedList(Origin Origin, IReadOnlyList<ResolvedValue> Items) : ResolvedValue(Origin);

/// <summary>A mapping in the order in which it is shown.</summary>
internal sealed record ResolvedMap(Origin Origin, IReadOnlyList<ResolvedEntry> Entries) : ResolvedValue(Origin)
{
    public ResolvedValue this[string key] => Entries.First(entry => entry.Key == key).Value;

    /// <summary>This mapping followed by the entries of another.</summary>
    public ResolvedMap Then(ResolvedMap other) => this with { Entries = [.. Entries, .. other.Entries] };

    /// <summary>This mapping without some of its keys.</summary>
    public ResolvedMap Without(params IReadOnlyList<string> keys) => this with { Entries = [.. Entries.Where(entry => !keys.Contains(entry.Key))] };
}

/// <summary>One key of a mapping with its value.</summary>
internal sealed record ResolvedEntry(string Key, ResolvedValue Value);
