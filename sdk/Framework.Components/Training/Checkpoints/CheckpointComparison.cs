using System.Security.Cryptography;
using System.Text;

namespace Framework.Components.Training.Checkpoints;

/// <summary>Whether two checkpoints hold the same state: every tensor by its SHA-256, every counter by its text.</summary>
public static class CheckpointComparison
{
    /// <summary>What differs first, in the order of the names; null where nothing does.</summary>
    /// <param name="expected">One state.</param>
    /// <param name="actual">The other one.</param>
    public static string? FirstDifference(SafeTensorsContent expected, SafeTensorsContent actual)
    {
        var (left, right) = (Digests(expected), Digests(actual));
        return left.Keys.Union(right.Keys).Order(StringComparer.Ordinal).FirstOrDefault(name => left.GetValueOrDefault(name) != right.GetValueOrDefault(name));
    }

    /// <summary>Hexadecimal SHA-256 over the names and digests of all tensors and counters.</summary>
    /// <param name="content">A state.</param>
    public static string Digest(SafeTensorsContent content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(Digests(content).OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"{item.Key} {item.Value}\n")))));

    private static Dictionary<string, string> Digests(SafeTensorsContent content)
    {
        var digests = content.Metadata.ToDictionary(item => $"counter '{item.Key}'", item => item.Value);
        foreach (var (name, tensor) in content.Tensors)
            digests.Add($"tensor '{name}'", $"{tensor.dtype} {string.Join('x', tensor.shape)} {Convert.ToHexString(SHA256.HashData(tensor.bytes))}");
        return digests;
    }
}
