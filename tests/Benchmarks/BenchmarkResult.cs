using System.Text.Json.Serialization;

namespace Framework.Benchmarks;

/// <summary>One row of the results.</summary>
internal sealed record BenchmarkResult
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonIgnore]
    public string What { get; init; } = "";

    [JsonPropertyName("ours")]
    public required double Ours { get; init; }

    [JsonPropertyName("peer")]
    public double? Peer { get; init; }

    [JsonPropertyName("peer_name")]
    public string? PeerName { get; init; }

    [JsonPropertyName("unit")]
    public required string Unit { get; init; }

    [JsonPropertyName("better")]
    public required string Better { get; init; }

    [JsonPropertyName("ratio")]
    public double? Ratio { get; init; }

    [JsonPropertyName("runs")]
    public required int Runs { get; init; }

    [JsonPropertyName("machine")]
    public required string Machine { get; init; }
}
