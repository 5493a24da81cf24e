namespace Framework.Host.Experiments.Documents;

/// <summary>A value of a YAML document that remembers where it stands. Immutable.</summary>
internal abstract record Node(Origin Origin)
{
    /// <summary>Whether it is <c>null</c>, or nothing at all.</summary>
    public virtual bool IsNull => false;
}

/// <summary>A single value, not yet of any type.</summary>
/// <param name="Origin">Where it stands.</param>
/// <param name="Text">Without quotes.</param>
/// <param name="Plain">Whether it was written without quotes, and so may be a number, true, false or null.</param>
internal sealed record ScalarNode(Origin Origin, string Text, bool Plain) : Node(Origin)
{
    public override bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A sequence.</summary>
internal sealed record ListNode(Origin Origin, IReadOnlyList<Node> Items) : Node(Origin);

/// <summary>A mapping in the order of the file.</summary>
internal sealed record MapNode(Origin Origin, IReadOnlyList<MapEntry> Entries) : Node(Origin)
{
    public MapEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>This mapping with one entry replaced where it stands, or added at the end.</summary>
    public MapNode With(MapEntry entry) => Find(entry.Key) is null
        ? this with { Entries = [.. Entries, entry] }
        : this with { Entries = [.. Entries.Select(old => old.Key == entry.Key ? entry : old)] };

    public MapNode Without(string key) => this with { Entries = [.. Entries.Where(entry => entry.Key != key)] };
}

/// <summary>One key of a mapping with its value.</summary>
internal sealed record MapEntry(string Key, Origin KeyOrigin, Node Value);

/// <summary>A value whose mistake is reported already: nothing more is said about it.</summary>
internal sealed record BrokenNode(Origin Origin) : Node(Origin);
