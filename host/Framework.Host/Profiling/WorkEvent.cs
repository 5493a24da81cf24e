namespace Framework.Host.Profiling;

/// <summary>One span.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Thread">The thread that did it.</param>
/// <param name="Start">Since the profile began.</param>
/// <param name="Duration">How long it took.</param>
internal readonly record struct WorkEvent(string Name, int Thread, TimeSpan Start, TimeSpan Duration);
