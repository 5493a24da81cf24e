namespace Framework.Sdk;

/// <summary>An object that a detector found.</summary>
/// <param name="Box">What it is and where in the patient.</param>
/// <param name="Score">0 to 1.</param>
public sealed record ScoredBox(Box Box, double Score);
