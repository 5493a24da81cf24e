namespace Framework.Sdk;

/// <summary>Who a row of predictions is.</summary>
/// <param name="Case">Identity of the case.</param>
/// <param name="Subject">The patient; hashed when written to a file.</param>
/// <param name="Site">The centre; empty where unknown.</param>
/// <param name="Fold">The fold whose model predicted it, numbered through all repeats (<see cref="CaseSplit.Number"/>).</param>
public sealed record PredictedCase(string Case, string Subject, string Site, int Fold);
