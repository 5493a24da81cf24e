using System.Text;
using Framework.Host.Experiments.Binding;
using Framework.Host.Plugins;
using Framework.Host.Terminal;

namespace Framework.Host.Commands;

/// <summary>A component as text for people.</summary>
internal static class ComponentText
{
    private const int Widest = 110;
    private const int DocIndent = 4;

    public static string Write(Component component, ComponentCatalogue catalogue, XmlDocs docs, int? columns)
    {
        var width = Math.Min(columns ?? Widest, Widest);
        var text = new StringBuilder();
        var doc = docs.Of(component.Implementation);
        Paragraph(text, $"{component.Name}: {ComponentRole.WordsOf(component.Interface)} of {component.Plugin}", "", width, DocIndent);
        Paragraph(text, doc.Summary, "  ", width);
        Paragraph(text, doc.Remarks, "  ", width);
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
            Paragraph(text, $"{option.Key}: {option.Type}; {given}", "  ", width, DocIndent);
            Paragraph(text, option.Doc, "      ", width);
        }

        text.Append("\nexample\n  ").Append(ComponentExample.Of(component, catalogue, docs)).Append('\n');
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string words, string indent, int width, int further = 0)
    {
        foreach (var line in Paragraphs.Lines(words, width - indent.Length, further))
            text.Append(indent).Append(line).Append('\n');
    }
}
