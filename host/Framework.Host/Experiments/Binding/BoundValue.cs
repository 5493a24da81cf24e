namespace Framework.Host.Experiments.Binding;

/// <summary>A value made from a node.</summary>
/// <param name="Value">What the option takes.</param>
/// <param name="Resolved">What it was understood as.</param>
internal sealed record BoundValue(object? Value, ResolvedValue Resolved);
