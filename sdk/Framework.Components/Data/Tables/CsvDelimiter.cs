namespace Framework.Components.Data.Tables;

/// <summary>What stands between two fields of a table.</summary>
public enum CsvDelimiter
{
    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary>A tabulator.</summary>
    Tab,

    /// <summary><c>|</c></summary>
    Bar,
}
