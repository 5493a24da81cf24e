namespace Framework.Host.Experiments;

/// <summary>Names of experiments and stages, which become names of folders, units and columns.</summary>
internal static class FolderName
{
    /// <summary>What they are made of, for a sentence.</summary>
    public const string Form = "letters, digits, '-' and '_'";

    /// <summary>Whether it is one: letters, digits, <c>-</c> and <c>_</c>, and no <c>-</c> first.</summary>
    public static bool Is(string name) => name.Length > 0 && name[0] is not '-' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
