using System.Security.Cryptography;
using System.Text;

namespace Framework.Host.Bundles;

/// <summary>A checksum over all bytes of an archive, in the comment that a zip file ends with: what no file of it shows, such as a changed date, shows there.</summary>
internal static class BundleSeal
{
    private const int Letters = 2 * SHA256.HashSizeInBytes;

    /// <summary>What stands there until the archive is complete.</summary>
    public static string Place { get; } = new('0', Letters);

    /// <summary>Puts the checksum into its place.</summary>
    public static void Set(FileStream archive)
    {
        var seal = Encoding.ASCII.GetBytes(Of(archive));
        archive.Position = archive.Length - Letters;
        archive.Write(seal);
    }

    /// <summary>Whether the archive is as it was made.</summary>
    public static bool Holds(FileStream archive)
    {
        if (archive.Length < Letters)
            return false;
        var seal = Of(archive);
        var written = new byte[Letters];
        archive.Position = archive.Length - Letters;
        archive.ReadExactly(written);
        return Encoding.ASCII.GetString(written) == seal;
    }

    private static string Of(FileStream archive)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        archive.Position = 0;
        for (var left = archive.Length - Letters; left > 0;)
        {
            var read = archive.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
