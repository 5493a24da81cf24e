using System.Text;
using Framework.Host.Experiments.Binding;
using Framework.Host.Plugins;

namespace Framework.Host.Commands;

/// <summary>The catalogue as pages of Markdown: one a component, in a folder for each interface, and a list of all in <c>README.md</c>.</summary>
internal static class ComponentPages
{
    private const string Index = "README.md";

    /// <summary>The pages by their paths, which have '/' between folder and file.</summary>
    public static SortedDictionary<string, string> Of(IReadOnlyList<Component> components, ComponentCatalogue catalogue, XmlDocs docs)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Index] = List(components, docs) };
        foreach (var component in components)
            pages.Add(PathOf(component), Page(component, catalogue, docs));
        return pages;
    }

    private static string PathOf(Component component) => $"{ComponentRole.NameOf(component.Interface)}/{component.Name}.md";

    private static string List(IReadOnlyList<Component> components, XmlDocs docs)
    {
        var text = new StringBuilder("# Components\n\nWhat stands after `use:` in an experiment. Written from the doc comments by `./framework components --markdown DIR`.\n");
        foreach (var role in components.GroupBy(component => component.Interface).OrderBy(role => ComponentRole.NameOf(role.Key), StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(ComponentRole.NameOf(role.Key)).Append("\n\n| name | plugin | does |\n| --- | --- | --- |\n");
            foreach (var component in role.OrderBy(component => component.Name, StringComparer.Ordinal))
                Row(text, $"[{component.Name}]({PathOf(component)})", component.Plugin, Cell(docs.Of(component.Implementation).FirstSentence));
        }

        return text.ToString();
    }

    private static string Page(Component component, ComponentCatalogue catalogue, XmlDocs docs)
    {
        var doc = docs.Of(component.Implementation);
        var text = new StringBuilder($"# {component.Name}\n\nA {ComponentRole.WordsOf(component.Interface)} of `{component.Plugin}`.\n");
        foreach (var paragraph in new[] { doc.Summary, doc.Remarks }.Where(words => words.Length > 0))
            text.Append('\n').Append(paragraph).Append('\n');
        text.Append("\n## Options\n\n");
        var options = component.Options is null ? [] : OptionDescription.Of(component.Options, docs);
        text.Append(options.Count == 0 ? "None.\n" : "| key | takes | default | meaning |\n| --- | --- | --- | --- |\n");
        foreach (var option in options)
            Row(text, $"`{option.Key}`", Cell(option.Type), Default(option), Cell(option.Doc));
        return text.Append("\n## Example\n\n```yaml\n").Append(ComponentExample.Of(component, catalogue, docs)).Append("\n```\n").ToString();
    }

    private static string Default(OptionDescription option) => option.Default switch
    {
        null => "required",
        ResolvedScalar { Value: null } => "",
        var value => $"`{Cell(ResolvedYaml.Inline(value))}`",
    };

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal);
}
