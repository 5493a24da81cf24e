namespace Framework.Components.Reporting.Blocks;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Tone">How it is shown.</param>
/// <param name="Note">Smaller, after the text: an interval, a spread. Empty for none.</param>
public sealed record TableCell(string Text, Tone Tone = Tone.Plain, string Note = "")
{
    /// <summary>A plain cell.</summary>
    /// <param name="text">What it says.</param>
    public static implicit operator TableCell(string text) => new(text);
}
