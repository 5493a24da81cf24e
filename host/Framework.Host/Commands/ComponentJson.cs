using System.Text.Json;
using Framework.Host.Experiments.Binding;
using Framework.Host.Plugins;

namespace Framework.Host.Commands;

/// <summary>A component as JSON: <c>{interface, name, plugin, summary, remarks, options: [{key, type, required, default, doc}]}</c>.</summary>
internal static class ComponentJson
{
    public static void Write(Utf8JsonWriter json, Component component, XmlDocs docs)
    {
        var doc = docs.Of(component.Implementation);
        json.WriteStartObject();
        json.WriteString("interface", ComponentRole.NameOf(component.Interface));
        json.WriteString("name", component.Name);
        json.WriteString("plugin", component.Plugin);
        json.WriteString("summary", doc.Summary);
        json.WriteString("remarks", doc.Remarks);
        json.WriteStartArray("options");
        foreach (var option in component.Options is null ? [] : OptionDescription.Of(component.Options, docs))
            Write(json, option);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OptionDescription option)
    {
        json.WriteStartObject();
        json.WriteString("key", option.Key);
        json.WriteString("type", option.Type);
        json.WriteBoolean("required", option.Default is null);
        if (option.Default is not null)
        {
            json.WritePropertyName("default");
            json.WriteRawValue(CanonicalJson.Write(option.Default));
        }

        json.WriteString("doc", option.Doc);
        json.WriteEndObject();
    }
}
