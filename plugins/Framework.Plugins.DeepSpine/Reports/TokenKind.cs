namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>What a word of a report is to the extractor.</summary>
internal enum TokenKind
{
    Level,
    Grade,
    Not,
    Side,
    Canal,
    Foramen,
    Recess,
    Narrow,
    Open,
    Bulge,
    Complex,
    Facet,
    Arthropathy,
    Flavum,
    Thick,
    Fat,
    And,
    Comma,
    Break,
    Colon,
}
