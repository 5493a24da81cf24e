using System.Text.Json.Serialization;

namespace Framework.Components.Audit;

/// <summary>What a finding means for the figures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditSeverity>))]
public enum AuditSeverity
{
    /// <summary>Worth knowing.</summary>
    [JsonStringEnumMemberName("note")]
    Note,

    /// <summary>Labels or images are not what they should be; figures may be off.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>What a model is scored on reached its training: figures are too good.</summary>
    [JsonStringEnumMemberName("leak")]
    Leak,
}
