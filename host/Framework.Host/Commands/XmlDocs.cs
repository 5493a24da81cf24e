using System.Reflection;
using System.Xml.Linq;

namespace Framework.Host.Commands;

/// <summary>The doc comments of types and properties, from the XML documentation beside their assemblies.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<Assembly, IReadOnlyDictionary<string, XElement>> _assemblies = [];

    public DocText Of(Type type) => Find(type.Assembly, $"T:{NameOf(type)}");

    /// <summary>A field, such as a value of an enumeration.</summary>
    public DocText Of(FieldInfo field) => Find(field.DeclaringType!.Assembly, $"F:{NameOf(field.DeclaringType)}.{field.Name}");

    public DocText Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var doc = Find(type.Assembly, $"P:{NameOf(type)}.{property.Name}");
        return doc.Summary.Length > 0 ? doc : new DocText(DocText.Flatten(Member(type.Assembly, $"T:{NameOf(type)}")?.Elements("param")
            .FirstOrDefault(param => (string?)param.Attribute("name") == property.Name)), "", "");
    }

    private DocText Find(Assembly assembly, string member)
    {
        var element = Member(assembly, member);
        string Text(string tag) => DocText.Flatten(element?.Element(tag));
        return new DocText(Text("summary"), Text("remarks"), Text("example"));
    }

    private XElement? Member(Assembly assembly, string member)
    {
        if (!_assemblies.TryGetValue(assembly, out var members))
            _assemblies.Add(assembly, members = Read(Path.ChangeExtension(assembly.Location, ".xml")));
        return members.GetValueOrDefault(member);
    }

    private static Dictionary<string, XElement> Read(string file) => File.Exists(file)
        ? XDocument.Load(file).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
        : [];

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');
}
