namespace Framework.Components.Training.Supervised;

/// <summary>What is predicted of one case.</summary>
/// <param name="Outputs">A probability for each label.</param>
/// <param name="Findings">What was found in it; null where the network says nothing but labels.</param>
/// <param name="Features">What the last layer saw of it; null where nobody asked.</param>
internal sealed record PredictedRow(double[] Outputs, CaseFindings? Findings = null, float[]? Features = null);
