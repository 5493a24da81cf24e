using System.Globalization;

namespace FellowOakDicom;

// One binary number as the type a caller asks for.
internal static class NumberConversion
{
    public static bool TryConvert<T>(object number, out T value)
    {
        value = default;
        if (number is T same)
        {
            value = same;
            return true;
        }
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        try
        {
            var converted = type.IsEnum ? Enum.ToObject(type, number)
                : type == typeof(string) ? System.Convert.ToString(number, CultureInfo.InvariantCulture)
                : number is IConvertible ? System.Convert.ChangeType(number, type, CultureInfo.InvariantCulture)
                : null;
            if (converted is null)
                return false;
            value = (T)converted;
            return true;
        }
        catch (Exception e) when (e is OverflowException or InvalidCastException or FormatException)
        {
            return false;
        }
    }
}
