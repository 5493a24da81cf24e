using System.Globalization;
using System.Reflection;
using Framework.Sdk;

namespace Framework.Host.Experiments.Binding;

/// <summary>What kinds of types options have.</summary>
internal static class OptionTypes
{
    public static bool IsWhole(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    public static bool IsReal(Type type) => Type.GetTypeCode(type) is TypeCode.Single or TypeCode.Double or TypeCode.Decimal;

    /// <summary>The SDK interface of a place that takes a component; null for any other place.</summary>
    public static Type? ContractOf(Type type) =>
        IsGeneric(type, typeof(Bound<>)) ? type.GetGenericArguments()[0]
        : type.IsInterface && type.Assembly == typeof(IPlugin).Assembly ? type : null;

    /// <summary>The type of a list's entries; null where it is no list.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : IsGeneric(type, typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>), typeof(IList<>))
            ? type.GetGenericArguments()[0] : null;

    /// <summary>The type of a mapping's values; null where it is no mapping with free keys.</summary>
    public static Type? EntryOf(Type type) =>
        IsGeneric(type, typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>))
        && type.GetGenericArguments()[0] == typeof(string) ? type.GetGenericArguments()[1] : null;

    /// <summary>Whether a mapping with fixed keys makes it.</summary>
    public static bool IsRecord(Type type) =>
        type != typeof(string) && !type.IsPrimitive && !type.IsEnum && !type.IsInterface && ItemOf(type) is null && EntryOf(type) is null
        && ContractOf(type) is null && OptionsShape.Of(type).Options.Count > 0;

    /// <summary>Whether a single value can be made from text.</summary>
    public static bool IsParsable(Type type) => Parser(type) is not null;

    /// <summary>The static method that makes a value from text and says in its <see cref="FormatException"/> what is wrong.</summary>
    public static MethodInfo? Parser(Type type) =>
        type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string), typeof(IFormatProvider)])
        ?? type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), type.MakeByRefType()]);

    /// <summary>The value that text stands for; null where it stands for none.</summary>
    /// <exception cref="FormatException">It stands for none, and the type says why.</exception>
    public static object? Parse(Type type, string text)
    {
        var parser = Parser(type)!;
        var throws = parser.Name == "Parse";
        object?[] arguments = [text, throws ? CultureInfo.InvariantCulture : null];
        try
        {
            var result = parser.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return throws ? result : (bool)result! ? arguments[1] : null;
        }
        catch (FormatException) when (type.Assembly == typeof(object).Assembly)
        {
            return null; // .NET's own messages add nothing to what would be right
        }
        catch (Exception e) when (e is OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsGeneric(Type type, params ReadOnlySpan<Type> definitions) =>
        type.IsGenericType && definitions.Contains(type.GetGenericTypeDefinition());
}
