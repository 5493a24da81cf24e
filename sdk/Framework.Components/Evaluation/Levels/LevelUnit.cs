namespace Framework.Components.Evaluation.Levels;

/// <summary>What cases are joined into.</summary>
public enum LevelUnit
{
    /// <summary>The series of a slice.</summary>
    Series,

    /// <summary>The study, which may have several series.</summary>
    Study,

    /// <summary>The patient.</summary>
    Subject,
}
