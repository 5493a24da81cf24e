using System.Globalization;

namespace Framework.Host.Engines;

/// <summary>What a process takes that does a unit.</summary>
/// <param name="Bytes">Bytes.</param>
/// <param name="IsMeasured">Whether such a unit was done before; else a trial says so.</param>
internal sealed record UnitMemory(long Bytes, bool IsMeasured)
{
    /// <summary>For people: <c>0.62 GB, as before</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsMeasured ? "" : "about ")}{Bytes / 1e9:0.00} GB{(IsMeasured ? ", as before" : "")}");
}
