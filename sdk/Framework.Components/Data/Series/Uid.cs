namespace Framework.Components.Data.Series;

/// <summary>DICOM's unique identifiers (PS3.5 section 9.1).</summary>
internal static class Uid
{
    private const int Longest = 64;

    /// <summary>Numbers with dots between them, none with a leading zero, 64 characters at most.</summary>
    public static bool IsValid(string uid) =>
        uid.Length <= Longest && uid.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0'));
}
