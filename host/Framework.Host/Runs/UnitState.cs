using System.Text.Json.Serialization;

namespace Framework.Host.Runs;

/// <summary>Where a unit stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitState>))]
internal enum UnitState
{
    /// <summary>Not begun.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>At work, or killed at work.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Stopped on request; the state is saved.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,

    /// <summary>Ended in an error.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Its predictions are complete.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,
}
