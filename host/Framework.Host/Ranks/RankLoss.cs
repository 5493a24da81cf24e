using System.Globalization;

namespace Framework.Host.Ranks;

/// <summary>A rank that cannot go on, so that none can.</summary>
/// <param name="Rank">Which.</param>
/// <param name="Who">Its process and machine, in words; null where it was never heard of.</param>
/// <param name="What">What became of it, as what follows its name.</param>
/// <param name="Heard">When it was last heard of, UTC; null where that says nothing.</param>
internal sealed record RankLoss(int Rank, string? Who, string What, DateTimeOffset? Heard)
{
    /// <summary>The rank and what became of it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"rank {Rank}{(Who is null ? "" : $" ({Who})")} {What}{(Heard is { } moment ? $"; it was last heard of at {moment:HH:mm:ss} UTC" : "")}");

    /// <summary>The whole message of a unit that ended by it.</summary>
    /// <param name="unit">The unit's name.</param>
    /// <param name="saved">The step that a state was saved of; null where none was.</param>
    /// <param name="command">What goes on from there.</param>
    public string Words(string unit, long? saved, string command)
    {
        var state = saved is { } step ? string.Create(CultureInfo.InvariantCulture, $"The state of step {step} is saved. ") : "No state was saved yet. ";
        return $"{unit}: {ToString().TrimEnd('.')}. {state}This command resumes: {command}";
    }
}
