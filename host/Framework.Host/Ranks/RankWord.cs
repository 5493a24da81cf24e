using System.Text.Json;
using System.Text.Json.Serialization;

namespace Framework.Host.Ranks;

/// <summary>What one rank says of itself, all of it at once; said again every second, so that silence means something.</summary>
internal sealed record RankWord
{
    /// <summary>Counts how often it was said.</summary>
    public long Beat { get; init; }

    /// <summary>The machine.</summary>
    public string Host { get; init; } = "";

    /// <summary>The process there.</summary>
    public int Process { get; init; }

    /// <summary>What all are to do; of rank 0.</summary>
    public RankOrder? Order { get; init; }

    /// <summary>That there is no more to do; of rank 0.</summary>
    public RankEnd? End { get; init; }

    /// <summary>The last order that it is ready to do.</summary>
    public int Ready { get; init; }

    /// <summary>What went wrong with it.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether that may be nothing but what another rank's fault looks like from there: a connection that broke.</summary>
    public bool IsEcho { get; init; }

    /// <summary>The exit code that a signal which it got stands for.</summary>
    public int? StopCode { get; init; }

    /// <summary>Whether this is its last word.</summary>
    public bool HasLeft { get; init; }

    /// <summary>The process and its machine, in words.</summary>
    [JsonIgnore]
    public string Who => $"process {Process} on '{Host}'";

    /// <summary>As it goes into the store.</summary>
    public string ToText() => JsonSerializer.Serialize(this, RankJson.Default.RankWord);

    /// <summary>What <see cref="ToText"/> wrote.</summary>
    public static RankWord Read(string text) => JsonSerializer.Deserialize(text, RankJson.Default.RankWord)!;
}
