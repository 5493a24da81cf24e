using System.Globalization;
using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Binding;

/// <summary>Single values: text, numbers, true and false, enums, and types that read themselves from text.</summary>
internal sealed partial class Binder
{
    private static bool IsSingle(Type type) =>
        type == typeof(string) || type == typeof(bool) || type.IsEnum || OptionTypes.IsWhole(type) || OptionTypes.IsReal(type);

    private BoundValue? BindSingle(Node node, Type type, Place place)
    {
        if (node is not ScalarNode scalar)
            return Wrong(node, type, place);
        if (type.IsEnum)
            return BindEnum(scalar, type, place);
        if (!IsSingle(type))
            return BindParsed(scalar, type, place);
        if (Read(scalar, type) is not { } value)
            return Wrong(node, type, place, Limits(scalar, type));
        if (!Rules.Accept(place.Rules, value))
            return Wrong(node, type, place, NearestAllowed(scalar, place));
        return new BoundValue(value, Resolution.Of(value, type, node.Origin));
    }

    /// <summary>The value; null where the text does not stand for one of that type.</summary>
    private static object? Read(ScalarNode scalar, Type type)
    {
        if (type == typeof(string))
            return scalar.Text;
        if (!scalar.Plain)
            return null;
        if (type == typeof(bool))
            return scalar.Text switch { "true" or "True" or "TRUE" => true, "false" or "False" or "FALSE" => false, _ => null };
        try
        {
            object number = OptionTypes.IsWhole(type)
                ? decimal.Parse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                : Real(scalar.Text);
            return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static double Real(string text) => text switch
    {
        ".inf" or "+.inf" => double.PositiveInfinity,
        "-.inf" => double.NegativeInfinity,
        _ when text.Any(char.IsAsciiDigit) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => throw new FormatException(), // "NaN" and "Infinity" are words here
    };

    private static string Limits(ScalarNode scalar, Type type) =>
        OptionTypes.IsWhole(type) && scalar.Plain && Int128.TryParse(scalar.Text, CultureInfo.InvariantCulture, out _)
            ? $" It must lie between {type.GetField("MinValue")!.GetValue(null)} and {type.GetField("MaxValue")!.GetValue(null)}."
            : "";

    private static string NearestAllowed(ScalarNode scalar, Place place) =>
        NearestName.Suggest(scalar.Text, place.Rules.OfType<System.ComponentModel.DataAnnotations.AllowedValuesAttribute>()
            .SelectMany(rule => rule.Values).OfType<string>());

    private BoundValue? BindEnum(ScalarNode scalar, Type type, Place place)
    {
        var names = Enum.GetNames(type);
        var found = Array.FindIndex(names, name => YamlName.Value(name) == scalar.Text);
        return found >= 0
            ? new BoundValue(Enum.Parse(type, names[found]), new ResolvedScalar(scalar.Origin, scalar.Text))
            : Wrong(scalar, type, place, NearestName.Suggest(scalar.Text, names.Select(YamlName.Value)));
    }

    private BoundValue? BindParsed(ScalarNode scalar, Type type, Place place)
    {
        try
        {
            return OptionTypes.Parse(type, scalar.Text) is { } value && Rules.Accept(place.Rules, value)
                ? new BoundValue(value, Resolution.OfParsed(value, type, scalar))
                : Wrong(scalar, type, place);
        }
        catch (FormatException e)
        {
            problems.Add(scalar.Origin, $"{place.Needing} cannot read '{place.Path}': {e.Message}");
            return null;
        }
    }
}
