using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Framework.Host.Commands;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;

namespace Framework.Host.Schema;

/// <summary>Schemas of the types that options have. Types with keys of their own are written once, as definitions.</summary>
/// <param name="catalogue">The components that places can take.</param>
/// <param name="docs">What is said of them.</param>
/// <param name="definitions">Takes what is written once.</param>
/// <param name="partial">Whether a base beneath the file may have what is missing in it.</param>
internal sealed class SchemaWriter(ComponentCatalogue catalogue, XmlDocs docs, JsonObject definitions, bool partial)
{
    private const string Variable = "variable";

    public static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    /// <summary>The schema of a value of that type.</summary>
    public JsonObject Of(Type type, IReadOnlyList<ValidationAttribute> rules)
    {
        if (OptionTypes.ContractOf(type) is { } contract)
            return Define(ComponentRole.NameOf(contract), () => Place(contract, null));
        if (OptionTypes.ItemOf(type) is { } item)
            return SchemaRules.Add(new JsonObject { ["type"] = "array", ["items"] = Of(item, Rules.OfItems(rules)) }, Rules.OfWhole(rules), "Items");
        if (OptionTypes.EntryOf(type) is { } entry)
            return SchemaRules.Add(new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(entry, Rules.OfItems(rules)) }, partial ? [] : Rules.OfWhole(rules), "Properties");
        if (Single(type, rules) is { } single)
            return Either(single, Define(Variable, VariableReference, shared: true));
        return Fields(type);
    }

    /// <summary>A mapping with the keys of a record.</summary>
    public JsonObject Record(Type type)
    {
        var schema = new JsonObject { ["type"] = "object" };
        Describe(schema, docs.Of(type).Summary);
        var properties = new JsonObject();
        Properties(OptionsShape.Of(type).Options, OptionsShape.Of(type).Defaults(), properties);
        schema["properties"] = properties;
        Require(schema, OptionsShape.Of(type).Options);
        schema["additionalProperties"] = false;
        return schema;
    }

    private JsonObject Fields(Type type)
    {
        var shape = OptionsShape.Of(type);
        if (shape.Inline is { } inline)
            return Define(NameOf(type), () => Place(OptionTypes.ContractOf(inline.Type)!, shape));
        var record = shape.Options.Count == 0 ? null : Define(NameOf(type), () => Record(type));
        if (!OptionTypes.IsParsable(type))
            return record ?? new JsonObject { ["type"] = "object" };
        return record is null ? SchemaRules.AnyScalar() : Either(SchemaRules.AnyScalar(), record);
    }

    /// <summary>A component's name, or a mapping with <c>use</c>, the component's options and the keys of its place.</summary>
    private JsonObject Place(Type contract, OptionsShape? place)
    {
        var role = place is null ? ComponentRole.NameOf(contract) : NameOf(place.Type);
        var own = place?.Options.Where(option => option != place.Inline).ToList() ?? [];
        var components = catalogue.Of(contract);
        var plain = components.Where(component => own.Concat(Options(component)).All(option => partial || !option.Required));
        var named = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["use"] = Either([.. components.Select(Named), Define(Variable, VariableReference, shared: true)]) },
        };
        if (components.Count > 0)
            named["allOf"] = new JsonArray([.. components.Select(component => new JsonObject
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { ["use"] = new JsonObject { ["const"] = component.Name } }, ["required"] = new JsonArray("use") },
                ["then"] = Define($"{role}.{component.Name}", () => Component(component, place, own)),
            })]);
        if (!partial)
            named["required"] = new JsonArray("use");
        return Either([.. plain.Select(Named), named]);
    }

    private JsonObject Component(Component component, OptionsShape? place, IReadOnlyList<Option> own)
    {
        var schema = new JsonObject { ["type"] = "object" };
        var doc = docs.Of(component.Implementation);
        Describe(schema, $"{doc.Summary} {doc.Remarks}".Trim());
        var properties = new JsonObject { ["use"] = Named(component) };
        var shape = component.Options is null ? null : OptionsShape.Of(component.Options);
        Properties(shape?.Options ?? [], shape?.Defaults(), properties);
        Properties(own, place?.Defaults(), properties);
        schema["properties"] = properties;
        Require(schema, [.. shape?.Options ?? [], .. own], "use");
        schema["additionalProperties"] = false;
        return schema;
    }

    private JsonObject Named(Component component)
    {
        var named = new JsonObject { ["const"] = component.Name };
        Describe(named, docs.Of(component.Implementation).Summary);
        return named;
    }

    private void Properties(IReadOnlyList<Option> options, object? defaults, JsonObject properties)
    {
        foreach (var option in options)
        {
            var value = Of(option.Type, option.Rules);
            if (partial || !option.Required)
                value = Either(value, new JsonObject { ["type"] = "null" });
            Describe(value, Words(option));
            if (!option.Required && defaults is not null && SchemaRules.Default(option.Property.GetValue(defaults), option.Type) is { } fallback)
                value["default"] = fallback;
            properties[option.Key] = value;
        }
    }

    // An editor shows what is said of a key, and not the keywords that it checks it by.
    private string Words(Option option)
    {
        var summary = docs.Of(option.Property).Summary;
        var isBounded = option.Rules.Count > 0 || OptionTypes.IsWhole(option.Type) || OptionTypes.IsReal(option.Type) || option.Type.IsEnum;
        return isBounded ? $"{summary} Takes {Expectation.Of(option.Type, option.Rules)}.".TrimStart() : summary;
    }

    private void Require(JsonObject schema, IReadOnlyList<Option> options, params string[] more)
    {
        string[] required = [.. more, .. options.Where(option => option.Required).Select(option => option.Key)];
        if (!partial && required.Length > 0)
            schema["required"] = new JsonArray([.. required.Select(key => JsonValue.Create(key))]);
    }

    private JsonObject? Single(Type type, IReadOnlyList<ValidationAttribute> rules) =>
        type == typeof(bool) ? new JsonObject { ["type"] = "boolean" }
        : type == typeof(string) ? SchemaRules.Text(rules)
        : type.IsEnum ? Enumeration(type)
        : OptionTypes.IsWhole(type) || OptionTypes.IsReal(type) ? SchemaRules.Number(type, rules)
        : null;

    private JsonObject Enumeration(Type type) => Either([.. Enum.GetNames(type).Select(name =>
    {
        var value = new JsonObject { ["const"] = YamlName.Value(name) };
        Describe(value, docs.Of(type.GetField(name)!).Summary);
        return value;
    })]);

    private static IReadOnlyList<Option> Options(Component component) => component.Options is null ? [] : OptionsShape.Of(component.Options).Options;

    private static JsonObject VariableReference() => new()
    {
        ["type"] = "string",
        ["pattern"] = @"\$\{.+\}",
        ["description"] = "From the environment: ${NAME} or ${NAME:-default}.",
    };

    /// <summary>A reference to a definition, which is written first if it is not there.</summary>
    private JsonObject Define(string name, Func<JsonObject> write, bool shared = false)
    {
        var full = partial && !shared ? $"changed.{name}" : name;
        if (!definitions.ContainsKey(full))
        {
            definitions[full] = new JsonObject(); // a type may lead back to itself
            definitions[full] = write();
        }

        return Reference(full);
    }

    private static JsonObject Either(params IReadOnlyList<JsonObject> schemas) => schemas.Count == 1 ? schemas[0] : new JsonObject { ["anyOf"] = new JsonArray([.. schemas]) };

    private static void Describe(JsonObject schema, string words)
    {
        if (words.Length > 0)
            schema["description"] = words;
    }

    private static string NameOf(Type type) => $"{type.Namespace}.{YamlName.Value(type.Name)}";
}
