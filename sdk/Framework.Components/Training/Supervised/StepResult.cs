namespace Framework.Components.Training.Supervised;

/// <summary>What one step saw.</summary>
/// <param name="Cases">Of all its batches.</param>
/// <param name="Loss">Mean over the cases.</param>
internal readonly record struct StepResult(int Cases, double Loss);
