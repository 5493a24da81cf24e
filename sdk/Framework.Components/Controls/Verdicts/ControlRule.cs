namespace Framework.Components.Controls;

/// <summary>What one control of an experiment is to show.</summary>
/// <param name="Control">Its name in the experiment's results.</param>
/// <param name="Expected">What it expects of itself.</param>
/// <param name="Band">What the experiment expects instead; null where it says nothing.</param>
/// <param name="MustPass">Whether the run fails where it does not pass.</param>
public sealed record ControlRule(string Control, ControlExpectation Expected, ExpectedBand? Band, bool MustPass);
