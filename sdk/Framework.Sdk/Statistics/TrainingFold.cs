using System.Security.Cryptography;
using System.Text;

namespace Framework.Sdk;

/// <summary>The training part of one fold: what figures fitted on it are told apart by.</summary>
public sealed record TrainingFold
{
    private TrainingFold(string hash) => Hash = hash;

    /// <summary>Hexadecimal SHA-256 over the identities of its subjects: the same for the same subjects in whatever order.</summary>
    public string Hash { get; }

    /// <summary>The fold of a model that was fitted before, by the hash that is kept beside its weights.</summary>
    /// <param name="hash">Its <see cref="Hash"/>.</param>
    public static TrainingFold Restored(string hash) => new(hash);

    /// <summary>The fold that trains on those cases.</summary>
    /// <param name="training">The cases of its training part.</param>
    public static TrainingFold Of(IEnumerable<Case> training) => Of(training.Select(item => item.Subject));

    /// <summary>The fold that trains on those subjects.</summary>
    /// <param name="subjects">Their identities, in any order and as often as one likes.</param>
    public static TrainingFold Of(IEnumerable<string> subjects)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var subject in subjects.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes(subject + '\n'));
        return new TrainingFold(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
