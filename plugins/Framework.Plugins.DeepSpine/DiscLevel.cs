namespace Framework.Plugins.DeepSpine;

/// <summary>The five lumbar discs, from above.</summary>
public static class DiscLevel
{
    /// <summary>Their names: L1-L2 to L5-S1.</summary>
    public static IReadOnlyList<string> Names { get; } = ["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"];

    /// <summary>How many there are.</summary>
    public static int Count => Names.Count;
}
