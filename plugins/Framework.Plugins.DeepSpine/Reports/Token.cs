namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>A word or phrase of a sentence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Value">The grade; for a side 1 left, 2 right, 3 both.</param>
/// <param name="Discs">The discs of a level.</param>
internal sealed record Token(TokenKind Kind, int Start, int Length, int Value = 0, LevelGroup? Discs = null)
{
    public int End => Start + Length;

    /// <summary>A part of the spine that can be narrowed.</summary>
    public bool IsSite => Kind is TokenKind.Canal or TokenKind.Foramen or TokenKind.Recess;

    /// <summary>A word that names a condition, or the part that it is of.</summary>
    public bool IsFinding => IsSite || Kind is TokenKind.Bulge or TokenKind.Complex or TokenKind.Facet or TokenKind.Flavum or TokenKind.Fat;
}
