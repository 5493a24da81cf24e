using System.Security.Cryptography;
using System.Text;

namespace Framework.Host.Runs;

/// <summary>Replaces subjects by a keyed hash: one pseudonym for a subject in all runs of a store, and of no use without the store's key.</summary>
internal sealed class SubjectHash
{
    private const int KeyBytes = 32;
    private const int PseudonymBytes = 8;
    private readonly byte[] _key;

    /// <summary>Uses the key in that file, which is made where it is not there.</summary>
    public SubjectHash(string keyFile)
    {
        if (!File.Exists(keyFile))
            Create(keyFile);
        _key = File.ReadAllBytes(keyFile);
    }

    /// <summary>The subject's pseudonym: 16 hexadecimal digits.</summary>
    public string Of(string subject) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(subject)).AsSpan(0, PseudonymBytes));

    /// <summary>Makes the key once: of several processes that try, one wins.</summary>
    private static void Create(string keyFile)
    {
        var own = $"{keyFile}.{Environment.ProcessId}{AtomicFile.TemporarySuffix}";
        AtomicFile.Write(own, stream => stream.Write(RandomNumberGenerator.GetBytes(KeyBytes)));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(own, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(own, keyFile, overwrite: false);
        }
        catch (IOException) when (File.Exists(keyFile))
        {
            File.Delete(own);
        }
    }
}
