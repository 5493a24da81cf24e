using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.DeepSpine.Tables;

/// <summary>Options of <c>deepspine.level-table</c>.</summary>
public sealed record LevelTableOptions
{
    /// <summary>The column of the case: the study's name, a blank, and the level.</summary>
    [MinLength(1)]
    public string Case { get; init; } = "case";

    /// <summary>What stands before a condition and its value in the columns of probabilities: <c>output.canal.mild</c>.</summary>
    public string Prefix { get; init; } = "output.";

    /// <summary>The probability from which on a condition without grades is called present.</summary>
    [Range(0.0, 1.0)]
    public double Present { get; init; } = 0.5;

    /// <summary>Calls less probable than this get a question mark.</summary>
    [Range(0.0, 1.0)]
    public double Unsure { get; init; } = 0.5;
}
