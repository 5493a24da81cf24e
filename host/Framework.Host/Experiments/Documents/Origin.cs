namespace Framework.Host.Experiments.Documents;

/// <summary>Where a value comes from: a place in a file, a command-line option, or a component's default.</summary>
/// <param name="Source">The file as it was named, or the whole option: <c>--set seed=1</c>.</param>
/// <param name="Line">From 1; 0 where the source has no lines.</param>
/// <param name="Column">From 1; 0 where the source has no lines.</param>
internal sealed record Origin(string Source, int Line = 0, int Column = 0)
{
    /// <summary>The value that stands in no file: the component's own.</summary>
    public static Origin Default { get; } = new("default");

    /// <summary>The variables that took part, as they were written; null where none did.</summary>
    public string? Variables { get; init; }

    /// <summary>A mistake at this place.</summary>
    public Problem Problem(string message) => new(Source, Line, Column, message);

    /// <summary>Whether both stand in the same line of the same source.</summary>
    public bool SameLine(Origin other) => Source == other.Source && Line == other.Line;

    /// <summary>As a comment shows it: <c>file:line</c>, <c>--set</c> or <c>default</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{Source}:{Line}" : Source.StartsWith("--set ", StringComparison.Ordinal) ? "--set" : Source;
        return Variables is null ? place : $"{place}, {Variables}";
    }
}
