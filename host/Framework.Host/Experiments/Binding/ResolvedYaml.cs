using System.Text;

namespace Framework.Host.Experiments.Binding;

/// <summary>Writes a resolved document as YAML, the origin of every value as a comment.</summary>
internal sealed class ResolvedYaml
{
    private readonly StringBuilder _text = new();

    public static string Write(ResolvedMap root)
    {
        var writer = new ResolvedYaml();
        writer.Map(root, "", "");
        return writer._text.ToString();
    }

    /// <summary>A value on one line, without comments.</summary>
    public static string Inline(ResolvedValue value) => value switch
    {
        ResolvedList list => $"[{string.Join(", ", list.Items.Select(Inline))}]",
        ResolvedMap { Entries.Count: > 0 } map =>
            $"{{ {string.Join(", ", map.Entries.Select(entry => $"{YamlText.Key(entry.Key)}: {Inline(entry.Value)}"))} }}",
        ResolvedMap => "{}",
        _ => YamlText.Of(((ResolvedScalar)value).Value),
    };

    private void Map(ResolvedMap map, string first, string indent)
    {
        foreach (var (key, value) in map.Entries)
        {
            _text.Append(first).Append(YamlText.Key(key)).Append(':');
            Value(value, indent + "  ");
            first = indent;
        }
    }

    private void List(ResolvedList list, string indent)
    {
        foreach (var item in list.Items)
        {
            if (item is ResolvedMap { Entries.Count: > 0 } map)
            {
                Map(map, $"{indent}- ", indent + "  ");
                continue;
            }

            _text.Append(indent).Append('-');
            Value(item, indent + "  ");
        }
    }

    private void Value(ResolvedValue value, string indent)
    {
        switch (value)
        {
            case ResolvedMap { Entries.Count: > 0 } map:
                _text.Append('\n');
                Map(map, indent, indent);
                break;
            case ResolvedList list when !FitsOneLine(list):
                _text.Append('\n');
                List(list, indent);
                break;
            default:
                _text.Append(' ').Append(Inline(value)).Append("  # ").Append(value.Origin).Append('\n');
                break;
        }
    }

    private static bool FitsOneLine(ResolvedList list) =>
        list.Items.All(item => item is ResolvedScalar && item.Origin.SameLine(list.Origin));
}
