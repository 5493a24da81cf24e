using System.Globalization;
using System.Text.Json.Serialization;

namespace Framework.Host.Runs;

/// <summary>A sign of life of a unit at work, written every few seconds while it gets on.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 where nobody knows.</param>
/// <param name="Detail">Epoch, loss and rate in words.</param>
internal sealed record UnitPulse(DateTimeOffset At, double Done, double Total, string Detail)
{
    /// <summary>How far the unit was.</summary>
    [JsonIgnore]
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{(Total > 0 ? $"{Done / Total:P0} " : "")}{Detail}");
}
