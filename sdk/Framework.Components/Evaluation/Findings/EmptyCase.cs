namespace Framework.Components.Evaluation.Findings;

/// <summary>What a case counts that has nothing of a class, and of which nothing is predicted.</summary>
public enum EmptyCase
{
    /// <summary>1: saying rightly that there is nothing is as good as can be.</summary>
    One,

    /// <summary>Nothing: the case is left out of mean and deviation.</summary>
    LeaveOut,
}
