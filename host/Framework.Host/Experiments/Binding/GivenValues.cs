using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Binding;

/// <summary>What was written of a value, without the defaults that were filled in.</summary>
internal static class GivenValues
{
    public static ResolvedValue Of(ResolvedValue value) => value switch
    {
        ResolvedMap map => map with { Entries = [.. map.Entries.Where(entry => entry.Value.Origin != Origin.Default).Select(entry => entry with { Value = Of(entry.Value) })] },
        ResolvedList list => list with { Items = [.. list.Items.Select(Of)] },
        _ => value,
    };

    /// <summary>The options of a component on one line, without its name: <c>size: [96, 96], interpolation: cubic</c>.</summary>
    public static string Options(ResolvedMap component) =>
        string.Join(", ", ((ResolvedMap)Of(component)).Entries.Where(entry => entry.Key != "use").Select(entry => $"{entry.Key}: {ResolvedYaml.Inline(entry.Value)}"));
}
