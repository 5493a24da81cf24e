using System.Globalization;

namespace FellowOakDicom;

// One textual value as the type a caller asks for.
internal static class TextConversion
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign;

    public static bool TryConvert<T>(string text, out T value)
    {
        value = default;
        if (typeof(T) == typeof(string) || typeof(T) == typeof(object))
            value = (T)(object)text;
        else if (typeof(T) == typeof(double) || typeof(T) == typeof(double?))
            return Box(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d), d, out value);
        else if (typeof(T) == typeof(int) || typeof(T) == typeof(int?))
            return Box(int.TryParse(text, Whole, CultureInfo.InvariantCulture, out var i), i, out value);
        else
            return TryConvertOther(text, out value);
        return true;
    }

    private static bool TryConvertOther<T>(string text, out T value)
    {
        value = default;
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (type.IsEnum)
        {
            var known = Enum.TryParse(type, text, true, out var named);
            return Box(known, named, out value);
        }
        if (typeof(DicomParseable).IsAssignableFrom(type))
        {
            value = DicomParseable.Parse<T>(text);
            return true;
        }
        var parsed = Parse(type, text);
        return Box(parsed is not null, parsed, out value);
    }

    private static object Parse(Type type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Single when float.TryParse(text, NumberStyles.Float, culture, out var f) => f,
            TypeCode.Decimal when decimal.TryParse(text, NumberStyles.Float, culture, out var m) => m,
            TypeCode.Byte when byte.TryParse(text, Whole, culture, out var b) => b,
            TypeCode.SByte when sbyte.TryParse(text, Whole, culture, out var c) => c,
            TypeCode.Int16 when short.TryParse(text, Whole, culture, out var s) => s,
            TypeCode.UInt16 when ushort.TryParse(text, Whole, culture, out var u) => u,
            TypeCode.UInt32 when uint.TryParse(text, Whole, culture, out var ui) => ui,
            TypeCode.Int64 when long.TryParse(text, Whole, culture, out var l) => l,
            TypeCode.UInt64 when ulong.TryParse(text, Whole, culture, out var ul) => ul,
            TypeCode.Boolean when bool.TryParse(text, out var flag) => flag,
            _ => null,
        };
    }

    private static bool Box<T>(bool done, object boxed, out T value)
    {
        value = done ? (T)boxed : default;
        return done;
    }
}
