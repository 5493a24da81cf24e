using System.ComponentModel.DataAnnotations;
using Framework.Host.Experiments.Binding;
using Framework.Host.Plugins;

namespace Framework.Host.Commands;

/// <summary>
/// An example that binds: the one that the options' doc comment gives, else the name and every required option with a value that its
/// range allows.
/// </summary>
internal static class ComponentExample
{
    public static string Of(Component component, ComponentCatalogue catalogue, XmlDocs docs)
    {
        if (component.Options is not null && docs.Of(component.Options).Example is { Length: > 0 } example)
            return example;
        var required = component.Options is null ? "" : Keys(component.Options, catalogue, docs);
        return required.Length == 0 ? $"{{ use: {component.Name} }}" : $"{{ use: {component.Name}, {required} }}";
    }

    private static string Keys(Type record, ComponentCatalogue catalogue, XmlDocs docs) =>
        string.Join(", ", OptionsShape.Of(record).Options.Where(option => option.Required)
            .Select(option => $"{option.Key}: {Value(option.Type, option.Rules, catalogue, docs)}"));

    private static string Value(Type type, IReadOnlyList<ValidationAttribute> rules, ComponentCatalogue catalogue, XmlDocs docs)
    {
        if (OptionTypes.ItemOf(type) is { } item)
        {
            var value = Value(item, Rules.OfItems(rules), catalogue, docs);
            return $"[{string.Join(", ", Enumerable.Repeat(value, Math.Max(1, Rules.Length(rules).Least)))}]";
        }

        if (OptionTypes.EntryOf(type) is { } entry)
            return $"{{ name: {Value(entry, Rules.OfItems(rules), catalogue, docs)} }}";
        if (OptionTypes.ContractOf(type) is { } contract)
            return catalogue.Of(contract) is [var component, ..] ? Of(component, catalogue, docs) : ComponentRole.NameOf(contract);
        if (rules.OfType<AllowedValuesAttribute>().FirstOrDefault() is { Values: [{ } first, ..] })
            return first.ToString()!;
        if (type.IsEnum)
            return YamlName.Value(Enum.GetNames(type)[0]);
        if (type == typeof(bool))
            return "true";
        if (OptionTypes.IsWhole(type) || OptionTypes.IsReal(type))
            return Number(rules, OptionTypes.IsWhole(type));
        return OptionTypes.IsRecord(type) ? $"{{ {Keys(type, catalogue, docs)} }}" : "text";
    }

    private static string Number(IReadOnlyList<ValidationAttribute> rules, bool whole)
    {
        object Typed(double number) => whole ? (object)(int)number : number;
        double[] likely = whole ? [1] : [0.5, 1];
        var fitting = likely.FirstOrDefault(number => Rules.Accept(rules, Typed(number)), double.NaN);
        if (double.IsNaN(fitting) && rules.OfType<RangeAttribute>().FirstOrDefault() is { } range)
            fitting = Rules.Bounds(range) is ({ } least, _) ? least + (range.MinimumIsExclusive ? 1 : 0) : Rules.Bounds(range).Most!.Value;
        return YamlText.Of(double.IsNaN(fitting) ? 1.0 : fitting);
    }
}
