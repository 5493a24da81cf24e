namespace Framework.Host.Diagnosis;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What: <c>libtorch</c>.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Mend">The command or step that mends it; empty where there is nothing to mend.</param>
internal sealed record Finding(string Name, FindingState State, string Detail, string Mend = "");
