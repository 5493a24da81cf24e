using System.Security.Cryptography;
using System.Text;

namespace Framework.Host.Planning;

/// <summary>Collects everything that determines a unit's result into one SHA-256.</summary>
internal sealed class UnitKey : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a named fact; the lengths go in too, so that no two lists of facts look alike.</summary>
    public UnitKey Add(string name, string value)
    {
        Append(name);
        Append(value);
        return this;
    }

    /// <summary>The hexadecimal SHA-256 of what was added.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc />
    public void Dispose() => _hash.Dispose();

    private void Append(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _hash.AppendData(BitConverter.GetBytes(bytes.Length));
        _hash.AppendData(bytes);
    }
}
