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
}
