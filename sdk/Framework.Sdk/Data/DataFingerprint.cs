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
    public static string Of(IReadOnlyList<string> labels, IReadOnlyList<Case> cases) => Of(labels, cases, withFacts: false);

    /// <summary>The same with place in the series and <see cref="Case.FactsHash"/>: changes also where the same cases have other geometry, series or facts.</summary>
    /// <inheritdoc cref="Of(IReadOnlyList{string}, IReadOnlyList{Case})" />
    public static string WithFacts(IReadOnlyList<string> labels, IReadOnlyList<Case> cases) => Of(labels, cases, withFacts: true);

    private static string Of(IReadOnlyList<string> labels, IReadOnlyList<Case> cases, bool withFacts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', labels) + '\n'));
        var line = new StringBuilder();
        foreach (var item in cases)
        {
            line.Clear().Append(item.Id).Append('\u001f').Append(item.Subject).Append('\u001f').Append(item.Site);
            foreach (var label in item.Labels)
                line.Append('\u001f').Append(label.ToString("R", CultureInfo.InvariantCulture));
            if (withFacts)
                line.Append(CultureInfo.InvariantCulture, $"\u001f{item.Study}\u001f{item.Series}\u001f{item.Position:R}\u001f{item.FactsHash:x}");
            hash.AppendData(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
