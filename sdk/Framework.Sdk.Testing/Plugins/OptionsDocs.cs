using System.Reflection;
using System.Xml.Linq;

namespace Framework.Sdk.Testing;

/// <summary>The doc comments of options, in the file that the compiler writes beside the assembly.</summary>
internal static class OptionsDocs
{
    /// <summary>The keys without a summary; the record itself where it has none.</summary>
    public static IEnumerable<string> Missing(Type options)
    {
        var file = Path.ChangeExtension(options.Assembly.Location, ".xml");
        if (!File.Exists(file))
        {
            yield return $"{options.Assembly.GetName().Name} was built without GenerateDocumentationFile, so that {options.Name}";
            yield break;
        }

        var documented = XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is { } summary ? !string.IsNullOrWhiteSpace(summary.Value) : member.Element("inheritdoc") is not null || member.Element("param") is not null)
            .Select(member => (string?)member.Attribute("name"))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var record in OptionsDefects.Records(options))
        {
            var type = record.FullName!.Replace('+', '.');
            var positional = record.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
            if (!documented.Contains($"T:{type}"))
                yield return record.Name;
            foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }))
            {
                var owner = property.DeclaringType!.FullName!.Replace('+', '.');
                if (!documented.Contains($"P:{owner}.{property.Name}") && !positional.Contains(property.Name))
                    yield return $"{record.Name}.{property.Name}";
            }
        }
    }
}
