namespace Framework.Components.Training.Supervised;

/// <summary>How an epoch did on the validation part.</summary>
/// <param name="Loss">Mean over the cases.</param>
/// <param name="Score">What epochs are compared by; NaN where it is not defined.</param>
internal readonly record struct ValidationResult(double Loss, double Score);
