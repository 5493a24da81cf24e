namespace Framework.Sdk;

/// <summary>Joins what several fits of one stage, its folds and repeats, say of the same case.</summary>
/// <remarks>
/// The host joins calibrated outputs, question by question. Members that share a validation part and a test part, such as the repeats of a fold, are a group: they can be fitted together,
/// since none of them was fitted on that part. Groups are joined by a mean with the sums of their members' weights. A case is joined from those members alone that predicted it,
/// and nothing but validation parts is ever seen here.
/// </remarks>
public interface IEnsemble
{
    /// <summary>How much a member counts, at least 0; relative to the others. Where all that predicted a case count 0, they count alike.</summary>
    /// <param name="member">Its predictions of its own validation part.</param>
    /// <exception cref="TrainingException">Nothing follows from these cases; the message says why.</exception>
    double Weigh(ValidationPredictions member) => 1;

    /// <summary>Learns how one question is joined within a group. Default: nothing.</summary>
    /// <param name="members">What each member says of the validation part that they share: the same rows, targets and labels.</param>
    /// <returns>Figures, in an order that the component knows; all finite.</returns>
    /// <exception cref="TrainingException">Nothing follows from these cases; the message says why.</exception>
    IReadOnlyList<double> Fit(IReadOnlyList<ValidationQuestion> members) => [];

    /// <summary>Joins one row of one question within a group. Default: the mean by weights.</summary>
    /// <param name="figures">What <see cref="Fit"/> gave.</param>
    /// <param name="weights">What <see cref="Weigh"/> gave, one for each member.</param>
    /// <param name="outputs">Probabilities, row-major (member, column): one column for a label, one for each class of a group.</param>
    /// <param name="joined">Takes the probability of each column.</param>
    void Apply(IReadOnlyList<double> figures, IReadOnlyList<double> weights, ReadOnlySpan<double> outputs, Span<double> joined)
    {
        var sum = weights.Sum();
        joined.Clear();
        for (var member = 0; member < weights.Count; member++)
        {
            var share = sum > 0 ? weights[member] / sum : 1.0 / weights.Count;
            for (var column = 0; column < joined.Length; column++)
                joined[column] += share * outputs[(member * joined.Length) + column];
        }
    }
}
