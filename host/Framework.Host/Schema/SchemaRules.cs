using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Schema;

/// <summary>The annotations of options as keywords of JSON Schema.</summary>
internal static class SchemaRules
{
    /// <summary>What a type reads from one word or number.</summary>
    public static JsonObject AnyScalar() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    /// <summary>Text; a number stands for its letters.</summary>
    public static JsonObject Text(IReadOnlyList<ValidationAttribute> rules)
    {
        var schema = Add(AnyScalar(), rules, "Length");
        if (rules.OfType<RegularExpressionAttribute>().FirstOrDefault() is { } form)
            schema["pattern"] = $"^(?:{form.Pattern})$|\\$\\{{";
        if (rules.OfType<AllowedValuesAttribute>().FirstOrDefault() is { } allowed)
            return new JsonObject { ["enum"] = new JsonArray([.. allowed.Values.Select(value => JsonValue.Create(value as string))]) };
        return schema;
    }

    /// <summary>A number within its rules and its type.</summary>
    public static JsonObject Number(Type type, IReadOnlyList<ValidationAttribute> rules)
    {
        var schema = new JsonObject { ["type"] = OptionTypes.IsWhole(type) ? "integer" : "number" };
        if (OptionTypes.IsWhole(type) && Convert.ToDouble(type.GetField("MinValue")!.GetValue(null), System.Globalization.CultureInfo.InvariantCulture) is 0)
            schema["minimum"] = 0;
        foreach (var range in rules.OfType<RangeAttribute>())
        {
            var (least, most) = Rules.Bounds(range);
            if (least is { } low)
                schema[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = low;
            if (most is { } high)
                schema[range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = high;
        }

        if (rules.OfType<AllowedValuesAttribute>().FirstOrDefault() is { } allowed)
            schema["enum"] = new JsonArray([.. allowed.Values.Select(value => JsonValue.Create(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)))]);
        return schema;
    }

    /// <summary>The schema with how many entries or letters the rules allow.</summary>
    /// <param name="schema">Of a list, a mapping or a text.</param>
    /// <param name="rules">The rules for the whole.</param>
    /// <param name="what">What is counted, as the keywords end: <c>Items</c>, <c>Properties</c> or <c>Length</c>.</param>
    public static JsonObject Add(JsonObject schema, IReadOnlyList<ValidationAttribute> rules, string what)
    {
        var (least, most) = Rules.Length(rules);
        if (least > 0)
            schema[$"min{what}"] = least;
        if (most < int.MaxValue)
            schema[$"max{what}"] = most;
        return schema;
    }

    /// <summary>A default as an editor writes it; null where it has no such form.</summary>
    public static JsonNode? Default(object? value, Type type) =>
        value is null ? null : JsonNode.Parse(CanonicalJson.Write(Resolution.Of(value, type, Origin.Default)));
}
