namespace Framework.Components.Reporting;

/// <summary>A case shown as an image.</summary>
/// <param name="Case">Identity of the case, hashed where it could identify a person.</param>
/// <param name="Label">The label the example is for.</param>
/// <param name="Target">0 or 1.</param>
/// <param name="Output">The predicted probability.</param>
/// <param name="Image">What the model saw.</param>
public sealed record ExampleCase(string Case, string Label, double Target, double Output, GrayImage Image)
{
    /// <summary>From which output on the label counts as present.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Whether the probability lies on the target's side of the threshold.</summary>
    public bool Right => (Output >= Threshold) == (Target >= 0.5);
}
