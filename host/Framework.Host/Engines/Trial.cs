using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>A unit that fits together.</summary>
/// <param name="ModelBytes">Bytes of its network's parameters and buffers; 0 where it has none of its own.</param>
/// <param name="TrainsNetwork">Whether it trains the stage's network, and so writes checkpoints.</param>
/// <param name="Seconds">About how long fitting takes, in seconds; null where the trainer cannot say.</param>
internal sealed record Trial(long ModelBytes, bool TrainsNetwork, double? Seconds = null)
{
    private const string Trains = "trains";
    private const string Unknown = "-";

    /// <summary>Bytes that a process takes which does the unit, beside <see cref="Fitting"/> and what it loads; 0 where the system does not say.</summary>
    public long Process { get; init; }

    /// <summary>What fitting takes; null where the trainer cannot say.</summary>
    public FittingMemory? Fitting { get; init; }

    /// <summary>Bytes of a process that does the unit.</summary>
    /// <param name="loader">What loading takes; null where the trainer cannot say.</param>
    public long Need(LoaderMemory? loader) => Process + (Fitting?.Total ?? 0) + (loader?.Total ?? 0);

    /// <summary>What <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static Trial? Read(string text) =>
        text.Split(' ') is [var size, var trains, var time, var process, var state, var cases, var each] && Bytes(size) is { } model && Bytes(process) is { } own
            ? new Trial(model, trains == Trains, double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null)
            {
                Process = own,
                Fitting = Bytes(state) is { } stays && Bytes(cases) is { } count && Bytes(each) is { } taken ? new FittingMemory { StateBytes = stays, Cases = (int)count, CaseBytes = taken } : null,
            }
            : null;

    /// <inheritdoc />
    public override string ToString() => string.Join(' ', ModelBytes.ToString(CultureInfo.InvariantCulture), TrainsNetwork ? Trains : Unknown,
        Seconds?.ToString("R", CultureInfo.InvariantCulture) ?? Unknown, Process.ToString(CultureInfo.InvariantCulture), Text(Fitting?.StateBytes), Text(Fitting?.Cases), Text(Fitting?.CaseBytes));

    private static long? Bytes(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Unknown;
}
