using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Framework.Sdk;

/// <summary>Computes <see cref="DataIndex.Fingerprint"/>.</summary>
public static class DataFingerprint
{
    /// <summary>SHA-256 over label names and, case by case, identity, subject, site and labels.</summary>
    /// <param name="labels">The names of the labels.</param>
    /// <param name="cases">The cases in their stable order.</param>
    public static string Of(IReadOnlyList<string> labels, IReadOnlyList<Case> cases)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', labels) + '\n'));
        var line = new StringBuilder();
        foreach (var item in cases)
        {
            line.Clear().Append(item.Id).Append('\u001f').Append(item.Subject).Append('\u001f').Append(item.Site);
            foreach (var label in item.Labels)
                line.Append('\u001f').Append(label.ToString("R", CultureInfo.InvariantCulture));
            hash.AppendData(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
