namespace Framework.Components.Data.Cache;

/// <summary>What the deterministic head of a chain depends on besides its case and files: source, transforms, their options and their builds, as one text a phase.</summary>
/// <param name="Train">Of what is applied for fitting.</param>
/// <param name="Evaluate">Of what is applied for validation, test and prediction; the same text where the head is the same.</param>
public sealed record HeadKeys(string Train, string Evaluate)
{
    internal string Of(Phase phase) => phase == Phase.Train ? Train : Evaluate;
}
