using System.Globalization;
using System.Text.Encodings.Web;

namespace Framework.Host.Experiments.Binding;

/// <summary>Single values as YAML writes them.</summary>
internal static class YamlText
{
    /// <summary>A value that reads back as itself; text is quoted only where YAML would take it for something else.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        double.PositiveInfinity => ".inf",
        double.NegativeInfinity => "-.inf",
        double.NaN => ".nan",
        double number => Number(number),
        _ => Text((string)value),
    };

    /// <summary>A key.</summary>
    public static string Key(string key) => Quoted(key);

    // 1E-05 is text to a YAML 1.1 reader, 1.0E-05 a number to all.
    private static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal)
            ? text.Replace("E", ".0E", StringComparison.Ordinal)
            : text;
    }

    private static string Text(string text) => Quoted(text.Replace("${", "$${", StringComparison.Ordinal));

    private static string Quoted(string text) => IsPlain(text) ? text : $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] is '/' or '_')
        && text[^1] != ' '
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ' ' or '(' or ')' or '+')
        && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n");
}
