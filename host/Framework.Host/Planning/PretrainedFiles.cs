using Framework.Components.Data;

namespace Framework.Host.Planning;

/// <summary>The files that options called <c>pretrained</c>, or so with an ending, name: a unit depends on what is in them, not on how they are called.</summary>
/// <remarks>A name such as <c>imagenet</c> stands for one file, whose SHA-256 is checked when it is loaded; it needs no hash here.</remarks>
internal static class PretrainedFiles
{
    private const string Key = "pretrained";

    /// <summary>The SHA-256 of each such file that is there, in the order of the options.</summary>
    public static IReadOnlyList<string> Hashes(IEnumerable<string> canonicals) => [.. Named(canonicals).Select(FileHash.Of)];

    /// <summary>Each such file that is there, in the order of the options.</summary>
    public static IReadOnlyList<string> Named(IEnumerable<string> canonicals) =>
        [.. canonicals.SelectMany(CanonicalTexts.Of).Where(text => text.Key?.StartsWith(Key, StringComparison.Ordinal) == true).Select(text => text.Text).Where(File.Exists)];
}
