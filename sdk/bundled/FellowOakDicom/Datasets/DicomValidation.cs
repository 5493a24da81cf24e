using System.Globalization;

namespace FellowOakDicom;

/// <summary>The rules of PS3.5 table 6.2-1 for text values, one value at a time.</summary>
public static class DicomValidation
{
    public static void ValidateAE(string content) => AtMost(DicomVR.AE, content, 16, NoControls);

    public static void ValidateAS(string content) => Require(DicomVR.AS, content,
        content.Length == 4 && content[..3].All(char.IsAsciiDigit) && "DWMY".Contains(content[3], StringComparison.Ordinal),
        "an age is three digits and one of D, W, M, Y, such as '042Y'");

    public static void ValidateCS(string content) => AtMost(DicomVR.CS, content, 16,
        c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is ' ' or '_', "capital letters, digits, spaces and underscores");

    public static void ValidateDA(string content) => Require(DicomVR.DA, content,
        content.Length > 0 && content.Split('-').All(part => part.Length == 0 || IsDate(part)), "a date is 'YYYYMMDD'");

    public static void ValidateDS(string content)
    {
        AtMost(DicomVR.DS, content, 16);
        Require(DicomVR.DS, content, double.TryParse(content, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number), "it is not a decimal number");
    }

    public static void ValidateDT(string content) => AtMost(DicomVR.DT, content, 54,
        c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or ' ', "digits, '.', '+' and '-'");

    public static void ValidateIS(string content)
    {
        AtMost(DicomVR.IS, content, 12);
        Require(DicomVR.IS, content, int.TryParse(content.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "it is not a whole number from -2147483648 to 2147483647");
    }

    public static void ValidateLO(string content) => AtMost(DicomVR.LO, content, 64, NoControls);

    public static void ValidateLT(string content) => AtMost(DicomVR.LT, content, 10240);

    public static void ValidatePN(string content)
    {
        var groups = content.Split('=');
        Require(DicomVR.PN, content, groups.Length <= 3, "a name has at most three groups, with '=' between them");
        Require(DicomVR.PN, content, groups.All(group => group.Length <= 64), "a group of a name has at most 64 characters");
        Require(DicomVR.PN, content, groups.All(group => group.Split('^').Length <= 5), "a group of a name has at most five parts, with '^' between them");
    }

    public static void ValidateSH(string content) => AtMost(DicomVR.SH, content, 16, NoControls);

    public static void ValidateST(string content) => AtMost(DicomVR.ST, content, 1024);

    public static void ValidateTM(string content) => AtMost(DicomVR.TM, content, 28,
        c => char.IsAsciiDigit(c) || c is '.' or '-' or ' ' or ':', "digits and '.'");

    public static void ValidateUI(string content)
    {
        AtMost(DicomVR.UI, content, 64);
        Require(DicomVR.UI, content, content.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiDigit)),
            "an identifier is numbers with dots between them");
        Require(DicomVR.UI, content, content.Split('.').All(part => part.Length == 1 || part[0] != '0'),
            "no number of an identifier begins with 0");
    }

    internal static void Validate(DicomVR vr, string content)
    {
        if (string.IsNullOrEmpty(content))
            return;
        Action<string> rule = vr.Code switch
        {
            DicomVRCode.AE => ValidateAE,
            DicomVRCode.AS => ValidateAS,
            DicomVRCode.CS => ValidateCS,
            DicomVRCode.DA => ValidateDA,
            DicomVRCode.DS => ValidateDS,
            DicomVRCode.DT => ValidateDT,
            DicomVRCode.IS => ValidateIS,
            DicomVRCode.LO => ValidateLO,
            DicomVRCode.LT => ValidateLT,
            DicomVRCode.PN => ValidatePN,
            DicomVRCode.SH => ValidateSH,
            DicomVRCode.ST => ValidateST,
            DicomVRCode.TM => ValidateTM,
            DicomVRCode.UI => ValidateUI,
            _ => null,
        };
        rule?.Invoke(content);
    }

    private static bool NoControls(char c) => c >= ' ' && c != '\\' || c == '\u001b';

    private static bool IsDate(string text) =>
        DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static void AtMost(DicomVR vr, string content, int length, Func<char, bool> allowed = null, string characters = "printable characters")
    {
        Require(vr, content, content.Length <= length, $"it has {content.Length} characters; {length} are allowed");
        Require(vr, content, allowed is null || content.All(allowed), $"only {characters} are allowed");
    }

    private static void Require(DicomVR vr, string content, bool holds, string rule)
    {
        if (!holds)
            throw new DicomValidationException(content, vr, rule + ".");
    }
}
