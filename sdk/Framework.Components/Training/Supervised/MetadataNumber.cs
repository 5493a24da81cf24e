using System.Globalization;

namespace Framework.Components.Training.Supervised;

/// <summary>Numbers as text in a checkpoint's header, exact there and back.</summary>
internal static class MetadataNumber
{
    public static string Write(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It is missing or not a number.</exception>
    public static T Read<T>(IReadOnlyDictionary<string, string> text, string key)
        where T : IParsable<T> =>
        text.TryGetValue(key, out var value) && T.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{key}' is missing or not a number");

    public static string WriteAll(IEnumerable<double> numbers) => string.Join(' ', numbers.Select(number => Write(number)));

    /// <exception cref="FormatException">They are missing, or one is not a number.</exception>
    public static double[] ReadAll(IReadOnlyDictionary<string, string> text, string key)
    {
        if (!text.TryGetValue(key, out var all))
            throw new FormatException($"'{key}' are missing");
        return Array.ConvertAll(all.Split(' ', StringSplitOptions.RemoveEmptyEntries), one =>
            double.TryParse(one, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{one}' of '{key}' is not a number"));
    }
}
