using System.Globalization;

namespace Framework.Host.Engines;

/// <summary>A unit that fits together.</summary>
/// <param name="ModelBytes">Bytes of its network's parameters and buffers; 0 where it has none of its own.</param>
/// <param name="TrainsNetwork">Whether it trains the stage's network, and so writes checkpoints.</param>
internal sealed record Trial(long ModelBytes, bool TrainsNetwork)
{
    private const string Trains = " trains";

    /// <summary>What <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static Trial? Read(string text)
    {
        var trains = text.EndsWith(Trains, StringComparison.Ordinal);
        return long.TryParse(trains ? text[..^Trains.Length] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? new Trial(bytes, trains) : null;
    }

    /// <inheritdoc />
    public override string ToString() => ModelBytes.ToString(CultureInfo.InvariantCulture) + (TrainsNetwork ? Trains : "");
}
