using System.Globalization;

namespace Framework.Host.Engines;

/// <summary>Which signals whoever started this process told it to ignore, as <c>nohup</c> does with SIGHUP.</summary>
internal static class SignalMask
{
    private const string Field = "SigIgn:";
    private const string File = "/proc/self/status";

    /// <summary>Whether a signal, by its number, does nothing to this process.</summary>
    public static bool IsIgnored(int signal)
    {
        var line = System.IO.File.Exists(File) ? System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) : null;
        return line is not null && ulong.TryParse(line.AsSpan(Field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ignored)
            && (ignored >> (signal - 1) & 1) == 1;
    }
}
