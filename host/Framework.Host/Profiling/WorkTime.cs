namespace Framework.Host.Profiling;

/// <summary>All spans of one name.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Count">How often.</param>
/// <param name="Total">From begin to end, of all of them together.</param>
/// <param name="Own">Without the spans inside them.</param>
internal sealed record WorkTime(string Name, long Count, TimeSpan Total, TimeSpan Own);
