using System.Security.Cryptography;
using System.Text;

namespace Framework.Host.Privacy;

/// <summary>Replaces an identity by a keyed hash: the same in all runs of a store, and of no use without the store's key.</summary>
/// <param name="key">The store's secret.</param>
internal sealed class Pseudonyms(byte[] key)
{
    /// <summary>The kinds of names that a case has.</summary>
    public const string CaseKinds = "cseraip";

    private const int HashBytes = 6; // 48 bits: among a million names two are alike with a chance of 1 in 560

    /// <summary>Such as <c>s-3f9a2c71d04e</c>; empty for an empty name. HMAC-SHA256, its first 48 bits.</summary>
    /// <param name="kind">c a case, s a subject, p a site (place), e a study (examination), r a series, a an accession number, i an instance, f a file, v any other value.</param>
    /// <param name="name">What is replaced.</param>
    public string Of(char kind, string name)
    {
        if (name.Length == 0)
            return "";
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}\0{name}"), hash);
        return $"{kind}-{Convert.ToHexStringLower(hash[..HashBytes])}";
    }
}
