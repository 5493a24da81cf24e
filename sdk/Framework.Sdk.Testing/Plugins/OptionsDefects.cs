using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Framework.Sdk;

namespace Framework.Sdk.Testing;

/// <summary>Looks through an options record for what the host could not bind, or would accept although it must not.</summary>
internal static class OptionsDefects
{
    private static readonly Type[] Lists = [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>), typeof(IList<>)];
    private static readonly Type[] Mappings = [typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>)];

    public static IEnumerable<string> Of(Type record)
    {
        var properties = record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract").ToList();
        if (!typeof(IEquatable<>).MakeGenericType(record).IsAssignableFrom(record))
            yield return $"{record.Name} is a class. Make options a record: units are keyed by their values.";
        foreach (var twin in properties.GroupBy(property => Key(property.Name)).Where(group => group.Count() > 1))
            yield return $"{record.Name} has the key '{twin.Key}' {twin.Count()} times.";
        foreach (var property in properties.Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (!property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
                yield return $"{record.Name}.{property.Name} can be changed after it was bound. Give it 'init' in place of 'set'.";
            if (Unbindable(property.PropertyType, []) is { } type)
                yield return $"{record.Name}.{property.Name} is a {type}, which no YAML makes. Use numbers, text, enums, lists, records, a type with a static Parse, or an interface of the SDK.";
            foreach (var defect in RuleDefects(record, property))
                yield return defect;
        }
    }

    /// <summary>The keys of a record, as YAML names them.</summary>
    public static string Key(string member) =>
        string.Concat(member.Select((letter, at) => char.IsUpper(letter) ? (at > 0 && (!char.IsUpper(member[at - 1]) || (at + 1 < member.Length && char.IsLower(member[at + 1]))) ? "_" : "") + char.ToLowerInvariant(letter) : $"{letter}"));

    /// <summary>The records within a record, itself among them.</summary>
    public static IEnumerable<Type> Records(Type record) => Nested(record, []);

    private static IEnumerable<Type> Nested(Type record, HashSet<Type> seen) => !seen.Add(record) ? [] :
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => Item(property.PropertyType))
            .Where(type => type.Assembly == record.Assembly && IsRecord(type))
            .SelectMany(type => Nested(type, seen))
            .Prepend(record);

    private static IEnumerable<string> RuleDefects(Type record, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            var suits = rule switch
            {
                RangeAttribute => IsNumber(Item(type)) || IsNumber(type),
                MinLengthAttribute or MaxLengthAttribute or LengthAttribute => type == typeof(string) || typeof(IEnumerable).IsAssignableFrom(type),
                StringLengthAttribute or RegularExpressionAttribute => Item(type) == typeof(string) || type == typeof(string),
                _ => true,
            };
            if (!suits)
                yield return $"{record.Name}.{property.Name} is a {type.Name}, and [{rule.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}] is no rule for it: nothing would be rejected.";
            if (rule is RangeAttribute range && Number(range.Minimum) > Number(range.Maximum))
                yield return $"{record.Name}.{property.Name} accepts nothing: its range is from {range.Minimum} to {range.Maximum}.";
            if (suits && Default(record, property) is { } value && !Accepts(rule, value))
                yield return $"{record.Name}.{property.Name} is {value} by default, which its own rule rejects: {rule.FormatErrorMessage(Key(property.Name))}";
        }
    }

    private static bool Accepts(ValidationAttribute rule, object value) => rule switch
    {
        RangeAttribute when value is IEnumerable items and not string => (value is IDictionary mapping ? mapping.Values : items).Cast<object>().All(item => Accepts(rule, item)),
        RangeAttribute range => Number(value) >= Number(range.Minimum) && Number(value) <= Number(range.Maximum),
        MinLengthAttribute or MaxLengthAttribute or LengthAttribute when value is not string and not ICollection => true,
        _ => rule.IsValid(value),
    };

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static object? Default(Type record, PropertyInfo property)
    {
        if (property.IsDefined(typeof(RequiredMemberAttribute)) || record.GetConstructor(Type.EmptyTypes) is null)
            return null;
        return property.GetValue(Activator.CreateInstance(record));
    }

    private static string? Unbindable(Type type, HashSet<Type> seen)
    {
        var item = Item(Nullable.GetUnderlyingType(type) ?? type);
        if (item == typeof(string) || item == typeof(bool) || IsNumber(item) || item.IsEnum || IsParsable(item) || (item.IsInterface && item.Assembly == typeof(IPlugin).Assembly) || !seen.Add(item))
            return null;
        return IsRecord(item)
            ? item.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }).Select(property => Unbindable(property.PropertyType, seen)).FirstOrDefault(name => name is not null)
            : item.Name;
    }

    // Of what a list or mapping is made; the type itself where it is neither.
    private static Type Item(Type type)
    {
        if (type.IsArray)
            return Item(type.GetElementType()!);
        if (!type.IsGenericType)
            return type;
        var (definition, arguments) = (type.GetGenericTypeDefinition(), type.GetGenericArguments());
        return Lists.Contains(definition) ? Item(arguments[0])
            : Mappings.Contains(definition) && arguments[0] == typeof(string) ? Item(arguments[1])
            : Nullable.GetUnderlyingType(type) ?? type;
    }

    private static bool IsNumber(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static bool IsParsable(Type type) =>
        type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)]) is { IsStatic: true } || type.GetMethod("TryParse", [typeof(string), type.MakeByRefType()]) is { IsStatic: true };

    private static bool IsRecord(Type type) =>
        !type.IsInterface && !type.IsPrimitive && !type.IsEnum && type != typeof(string) && typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type)
        && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => property.SetMethod is { IsPublic: true });
}
