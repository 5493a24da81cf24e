namespace Framework.Components.Evaluation.Levels;

/// <summary>A level above cases: what rows are joined into, and how.</summary>
public sealed record Level
{
    /// <summary>What rows are joined into.</summary>
    public required LevelUnit By { get; init; }

    /// <summary>How their outputs become one.</summary>
    public required LevelRule Take { get; init; }

    /// <summary>Its name in tables: <c>series</c>.</summary>
    public string Name() => By switch
    {
        LevelUnit.Series => "series",
        LevelUnit.Study => "study",
        _ => "subject",
    };
}
