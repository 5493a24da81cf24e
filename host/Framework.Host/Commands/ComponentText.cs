using System.Text;
using Framework.Host.Experiments.Binding;
using Framework.Host.Plugins;

namespace Framework.Host.Commands;

/// <summary>A component as text for people.</summary>
internal static class ComponentText
{
    private const int Width = 110;

    public static string Write(Component component, ComponentCatalogue catalogue, XmlDocs docs)
    {
        var text = new StringBuilder();
        var doc = docs.Of(component.Implementation);
        text.Append(component.Name).Append(": ").Append(ComponentRole.WordsOf(component.Interface))
            .Append(" of ").Append(component.Plugin).Append('\n');
        Paragraph(text, doc.Summary, "  ");
        Paragraph(text, doc.Remarks, "  ");
        text.Append("\noptions\n");
        var options = component.Options is null ? [] : OptionDescription.Of(component.Options, docs);
        if (options.Count == 0)
            text.Append("  none\n");
        foreach (var option in options)
        {
            var given = option.Default switch
            {
                null => "required",
                ResolvedScalar { Value: null } => "optional",
                var value => $"default {ResolvedYaml.Inline(value)}",
            };
            text.Append("  ").Append(option.Key).Append(": ").Append(option.Type).Append("; ").Append(given).Append('\n');
            Paragraph(text, option.Doc, "      ");
        }

        text.Append("\nexample\n  ").Append(ComponentExample.Of(component, catalogue, docs)).Append('\n');
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string words, string indent)
    {
        foreach (var line in Paragraphs.Lines(words, Width - indent.Length))
            text.Append(indent).Append(line).Append('\n');
    }
}
