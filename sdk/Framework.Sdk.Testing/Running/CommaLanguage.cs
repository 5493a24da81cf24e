using System.Globalization;

namespace Framework.Sdk.Testing;

/// <summary>Does work as on a system whose language writes a decimal comma, where a number that nobody formats is written otherwise.</summary>
internal static class CommaLanguage
{
    // Made by hand: systems without tables of languages know none.
    private static readonly CultureInfo Culture = Make();

    /// <summary>The result of the work.</summary>
    public static T Run<T>(Func<T> work)
    {
        var usual = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Culture;
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    private static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        return culture;
    }
}
