using System.Security.Cryptography;

namespace Framework.Components.Data;

/// <summary>What a file's content is told by.</summary>
public static class FileHash
{
    /// <summary>Hexadecimal SHA-256 of a file's bytes, in lower case.</summary>
    public static string Of(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
