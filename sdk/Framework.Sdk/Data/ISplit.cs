namespace Framework.Sdk;

/// <summary>Assigns subjects to train, validate and test, fold by fold. It never sees cases, so no subject can straddle unless it says so: <see cref="IsUnsafe"/>.</summary>
public interface ISplit
{
    /// <summary>How many times over the subjects are divided: <see cref="Assign"/> gives that many rounds of equally many folds, round by round.</summary>
    int Repeats => 1;

    /// <summary>
    /// Whether the cases of a subject may part, so that a model is scored on patients that it knows: only to show what that does to a score.
    /// <see cref="Assign"/> is then given each case as a subject of its own.
    /// </summary>
    bool IsUnsafe => false;

    /// <summary>Assigns every subject in every fold.</summary>
    /// <param name="subjects">All subjects, ordered by identity.</param>
    /// <param name="random">The run's stream for splitting.</param>
    /// <returns>One entry a fold, each with one part for each subject, in the order of <paramref name="subjects"/>.</returns>
    /// <exception cref="ExperimentException">The subjects cannot be split as the options say.</exception>
    IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random);
}
