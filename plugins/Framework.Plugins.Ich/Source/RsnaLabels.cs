using Framework.Sdk;

namespace Framework.Plugins.Ich.Source;

/// <summary>The six labels of the RSNA 2019 challenge, in the order of its files.</summary>
internal static class RsnaLabels
{
    public static readonly string[] Names = ["epidural", "intraparenchymal", "intraventricular", "subarachnoid", "subdural", "any"];

    public const int Any = 5;

    public static LabelRule AnyRule { get; } = new(Names[Any], LabelRelation.AnyOf, Names[..Any]);

    public static int Find(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
                return i;
        }

        return -1;
    }
}
