using Framework.Components.Decisions;
using Framework.Components.Models;

namespace Framework.Components.Ensembles;

/// <summary>A logistic regression on the log-odds of the members that share a validation part, fitted there; groups of such members are averaged.</summary>
/// <remarks>
/// Repeats of a fold share its validation part. Folds do not: the part that one validates on the others were trained on, so that nothing sound could be fitted over them; each fold's regression
/// is fitted on its own part, which is out of fold, and their probabilities are averaged. The figures of a column are a coefficient for each member and the intercept. Classes of a group are
/// each against the rest and divided by their sum.
/// </remarks>
/// <param name="options">Strength of the penalty.</param>
public sealed class RegressionEnsemble(RegressionEnsembleOptions options) : IEnsemble
{
    /// <inheritdoc />
    public IReadOnlyList<double> Fit(IReadOnlyList<ValidationQuestion> members)
    {
        Answers.RequireBoth(members[0], "the ensemble");
        return [.. Enumerable.Range(0, members[0].Labels.Count).SelectMany(column => Column([.. members.Select(member => member.Column(column))]))];
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<double> figures, IReadOnlyList<double> weights, ReadOnlySpan<double> outputs, Span<double> joined)
    {
        var (members, columns, sum) = (weights.Count, joined.Length, 0.0);
        for (var column = 0; column < columns; column++)
        {
            var own = column * (members + 1);
            var score = figures[own + members];
            for (var member = 0; member < members; member++)
                score += figures[own + member] * Logit.Of(outputs[(member * columns) + column]);
            joined[column] = Logit.Sigmoid(score);
            sum += joined[column];
        }

        if (columns == 1)
            return;
        foreach (ref var probability in joined)
            probability = sum > 0 ? probability / sum : 1.0 / columns;
    }

    private double[] Column(ValidationQuestion[] members)
    {
        var outputs = Array.ConvertAll(members, member => member.Outputs.ToArray());
        var fitted = LogisticRegression.Fit(
            new LabelledFeatures
            {
                Features = [.. Enumerable.Range(0, members[0].Count).Select(row => Array.ConvertAll(outputs, own => Logit.Of(own[row])))],
                Classes = [.. members[0].Targets.ToArray().Select(target => target > 0.5 ? 1 : 0)],
            },
            options.InverseRegularisation);
        return [.. fitted.Coefficients[0], fitted.Intercepts[0]];
    }
}
