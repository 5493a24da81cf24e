namespace Framework.Components.Evaluation.Levels;

/// <summary>How outputs of several rows become one.</summary>
public enum LevelRule
{
    /// <summary>The greatest output; of grades, the row with the greatest mean grade; of classes without order, their greatest outputs, made to sum to 1.</summary>
    Max,

    /// <summary>The mean of the outputs.</summary>
    Mean,

    /// <summary>1 if any row's output reaches that row's threshold, else 0; of grades, the greatest grade that any row is called. Not for classes without order.</summary>
    Any,
}
