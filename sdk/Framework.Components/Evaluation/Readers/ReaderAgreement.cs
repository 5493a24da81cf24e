namespace Framework.Components.Evaluation.Readers;

/// <summary>How far readers agree among themselves on one label under one condition.</summary>
/// <param name="Condition">How it was read; empty where there is one way only.</param>
/// <param name="Label">The label.</param>
/// <param name="Readers">How many readers.</param>
/// <param name="Count">Cases that all of them called.</param>
/// <param name="FleissKappa">Agreement beyond chance of all of them (Fleiss 1971); NaN where chance alone agrees fully.</param>
/// <param name="MeanPairKappa">Mean of Cohen's kappa over pairs of readers, on the cases that all called.</param>
public sealed record ReaderAgreement(string Condition, string Label, int Readers, int Count, double FleissKappa, double MeanPairKappa);
