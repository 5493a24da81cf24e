namespace Framework.Host.Engines.Decisions;

/// <summary>The thresholds of one level.</summary>
/// <param name="At">What a row is: <c>case</c>, or what cases were joined into.</param>
/// <param name="Labels">From which output on each label counts as present.</param>
internal sealed record LevelThresholds(string At, IReadOnlyDictionary<string, double> Labels);
