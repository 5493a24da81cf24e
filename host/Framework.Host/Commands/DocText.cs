using System.Xml.Linq;

namespace Framework.Host.Commands;

/// <summary>A doc comment as plain text.</summary>
/// <param name="Summary">What it is; empty where nothing is written.</param>
/// <param name="Remarks">What else there is to know; empty where nothing is written.</param>
/// <param name="Example">An example in YAML; empty where nothing is written.</param>
internal sealed record DocText(string Summary, string Remarks, string Example)
{
    private const string AndOthers = " et al";

    /// <summary>The summary up to its first full stop; that of 'et al.' is none.</summary>
    public string FirstSentence
    {
        get
        {
            var end = Summary.IndexOf(". ", StringComparison.Ordinal);
            while (end >= 0 && Summary[..end].EndsWith(AndOthers, StringComparison.Ordinal))
                end = Summary.IndexOf(". ", end + 1, StringComparison.Ordinal);
            return end < 0 ? Summary : Summary[..(end + 1)];
        }
    }

    /// <summary>The text of an element on one line, references by their names.</summary>
    public static string Flatten(XElement? element) =>
        element is null ? "" : string.Join(' ', Words(string.Concat(element.Nodes().Select(Text))));

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference when reference.IsEmpty => Name(reference),
        XElement { Name.LocalName: "c" } code => $"'{code.Value}'",
        XElement { Name.LocalName: "para" or "item" } block => $" {Flatten(block)} ",
        XElement element => Flatten(element),
        _ => "",
    };

    private static string Name(XElement reference)
    {
        string[] attributes = ["cref", "name", "langword", "href"];
        var name = attributes.Select(attribute => (string?)reference.Attribute(attribute)).FirstOrDefault(value => value is not null) ?? "";
        var plain = name.Length > 1 && name[1] == ':' ? name[2..].Split('(')[0] : name;
        return name.StartsWith("http", StringComparison.Ordinal) ? name : plain[(plain.LastIndexOf('.') + 1)..];
    }
}
