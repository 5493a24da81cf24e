using System.Security.Cryptography;
using Framework.Components.Data;

namespace Framework.Components.Models.Weights;

/// <summary>The folder where named weights lie: <c>FRAMEWORK_WEIGHTS</c>, else <c>framework/weights</c> in the user's data folder.</summary>
/// <param name="environment">Gives the value of a variable of the environment, or null.</param>
/// <param name="known">The weights that have a name.</param>
internal sealed class WeightsFolder(Func<string, string?> environment, IReadOnlyList<KnownFile> known)
{
    private const string Variable = "FRAMEWORK_WEIGHTS";

    /// <summary>The folder of this process.</summary>
    public static WeightsFolder Ours => new(Environment.GetEnvironmentVariable, KnownWeights.All);

    /// <summary>The folder, which need not be there. The data folder is as the XDG base directory specification says.</summary>
    public string Path => Given(Variable)
        ?? System.IO.Path.Combine(Given("XDG_DATA_HOME") ?? System.IO.Path.Combine(Given("HOME") ?? ".", ".local", "share"), "framework", "weights");

    /// <summary>The file that <c>pretrained</c> means: itself where it is a path, the file of that name for the architecture otherwise, checked by its SHA-256.</summary>
    /// <exception cref="DataFormatException">There is no such name, the file is not in the folder, or it is another file.</exception>
    public string Find(string weights, string architecture)
    {
        if (!IsName(weights) || File.Exists(weights))
            return weights;
        var item = known.FirstOrDefault(item => item.Name == weights && item.Architecture == architecture) ?? throw Unknown(weights, architecture);
        var file = System.IO.Path.Combine(Path, item.File);
        if (!File.Exists(file))
            throw new DataFormatException(
                $"'{weights}' for {architecture} is the file {item.File}, and {Path} does not hold it. Download {item.Address} (SHA-256 {Digits(item)}) into that folder, "
                + $"or name another folder with the variable {Variable}. Nothing is downloaded by itself.");
        RequireHash(file, item);
        return file;
    }

    private static bool IsName(string weights) => weights.Length > 0 && weights.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static void RequireHash(string file, KnownFile item)
    {
        var hash = FileHash.Of(file);
        if (!hash.StartsWith(item.Sha256, StringComparison.Ordinal))
            throw new DataFormatException($"{file}: its SHA-256 is {hash}; that of {item.File} is {Digits(item)}. Download it again from {item.Address}.");
    }

    private static string Digits(KnownFile item) => item.Sha256.Length == 2 * SHA256.HashSizeInBytes ? item.Sha256 : $"{item.Sha256}...";

    private DataFormatException Unknown(string weights, string architecture)
    {
        var names = known.Where(item => item.Architecture == architecture).Select(item => $"'{item.Name}'").ToList();
        return new DataFormatException($"{weights}: no such file, and no weights of this name are known for {architecture}; "
            + (names.Count > 0 ? $"there are {string.Join(", ", names)}. Take one of them, or give the path of a file." : "there are none. Give the path of a file."));
    }

    private string? Given(string variable) => environment(variable) is { Length: > 0 } value ? value : null;
}
