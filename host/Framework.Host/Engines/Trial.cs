using System.Globalization;

namespace Framework.Host.Engines;

/// <summary>A unit that fits together.</summary>
/// <param name="ModelBytes">Bytes of its network's parameters and buffers; 0 where it has none of its own.</param>
/// <param name="TrainsNetwork">Whether it trains the stage's network, and so writes checkpoints.</param>
/// <param name="Seconds">About how long fitting takes, in seconds; null where the trainer cannot say.</param>
internal sealed record Trial(long ModelBytes, bool TrainsNetwork, double? Seconds = null)
{
    private const string Trains = "trains";
    private const string Unknown = "-";

    /// <summary>What <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static Trial? Read(string text) => text.Split(' ') is [var size, var trains, var time] && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        ? new Trial(bytes, trains == Trains, double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null)
        : null;

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ModelBytes} {(TrainsNetwork ? Trains : Unknown)} {Seconds?.ToString("R", CultureInfo.InvariantCulture) ?? Unknown}");
}
