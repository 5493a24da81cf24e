using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every ensemble promises: weights and figures that follow from validation cases, probabilities out of probabilities, and no worse an answer than its worst member's.</summary>
public abstract class EnsembleContract
{
    private const int Members = 3;

    /// <summary>Makes the ensemble; one that goes by a label goes by <c>positive</c>.</summary>
    protected abstract IEnsemble Create();

    /// <summary>A member's weight is finite, not below 0, and the same for the same predictions.</summary>
    [Fact]
    public void Weigh_Twice_GivesTheSameWeightOfAtLeast0()
    {
        foreach (var member in ValidationCohort.Members(Members))
        {
            var weight = Create().Weigh(member);
            Assert.True(double.IsFinite(weight) && weight >= 0, $"a member weighs {weight}. A weight is a finite number of at least 0; throw TrainingException where there is none.");
            Assert.True(weight.Equals(Create().Weigh(member)), "the same predictions weigh differently the second time. Keep nothing between calls.");
        }
    }

    /// <summary>The same members give the same finite figures.</summary>
    [Fact]
    public void Fit_Twice_GivesTheSameFiniteFigures()
    {
        var figures = Create().Fit(Questions());
        Assert.True(figures.All(double.IsFinite), "a figure is not finite.");
        Assert.True(figures.SequenceEqual(Create().Fit(Questions())), "the same members give other figures.");
    }

    /// <summary>Figures and weights are all that is kept: another instance joins as the one that was fitted does, and weights that are all 0 count alike.</summary>
    [Fact]
    public void Apply_ByAnotherInstance_GivesTheSameProbabilities()
    {
        var ensemble = Create();
        var (weights, questions) = (Weights(ensemble), Questions());
        var figures = ensemble.Fit(questions);
        for (var row = 0; row < questions[0].Count; row++)
        {
            var joined = Joined(ensemble, figures, weights, questions, row);
            Assert.True(joined is >= 0 and <= 1, $"members that say {Said(questions, row)} are joined to {joined}, which is no probability.");
            Assert.True(joined.Equals(Joined(Create(), figures, weights, questions, row)), "another instance joins the same row otherwise: the figures do not hold all that was learnt. A bundle keeps figures and weights, and nothing else.");
        }

        var alike = Joined(ensemble, figures, [0, 0, 0], questions, 0);
        Assert.True(double.IsFinite(alike) && alike is >= 0 and <= 1, $"where every weight is 0 a row is joined to {alike}. Where all members count 0, they count alike.");
    }

    /// <summary>The classes of one question have probabilities that add up to 1.</summary>
    [Fact]
    public void Apply_ClassesOfOneQuestion_AddUpTo1()
    {
        var ensemble = Create();
        var members = ValidationCohort.Members(Members, classes: true);
        List<ValidationQuestion> questions = [.. members.Select(member => member.Questions[0])];
        double[] weights = [.. Enumerable.Repeat(1.0, Members)];
        var figures = ensemble.Fit(questions);
        var columns = questions[0].Labels.Count;
        for (var row = 0; row < questions[0].Count; row++)
        {
            var own = row;
            var joined = new double[columns];
            ensemble.Apply(figures, weights, [.. questions.SelectMany(question => question.Outputs.Slice(own * columns, columns).ToArray())], joined);
            Assert.True(joined.All(output => output is >= 0 and <= 1) && Math.Abs(joined.Sum() - 1) < 1e-9, $"the classes of one question are joined to {string.Join(", ", joined)}, which do not add up to 1.");
        }
    }

    /// <summary>Where it was fitted, the joined answer is no worse than that of the worst member.</summary>
    [Fact]
    public void Apply_WhereItWasFitted_IsNotWorseThanTheWorstMember()
    {
        var ensemble = Create();
        var (weights, questions) = (Weights(ensemble), Questions());
        var figures = ensemble.Fit(questions);
        var rows = Enumerable.Range(0, questions[0].Count).ToList();
        var worst = questions.Max(question => rows.Sum(row => Math.Pow(question.Outputs[row] - question.Targets[row], 2)));
        var joined = rows.Sum(row => Math.Pow(Joined(ensemble, figures, weights, questions, row) - questions[0].Targets[row], 2));
        Assert.True(joined <= worst + 1e-9, $"the sum of squared errors is {joined:0.###} for what is joined and {worst:0.###} for the worst member.");
    }

    private static List<ValidationQuestion> Questions() => [.. ValidationCohort.Members(Members).Select(member => member.Questions[0])];

    private static double[] Weights(IEnsemble ensemble) => [.. ValidationCohort.Members(Members).Select(ensemble.Weigh)];

    private static double Joined(IEnsemble ensemble, IReadOnlyList<double> figures, IReadOnlyList<double> weights, IReadOnlyList<ValidationQuestion> questions, int row)
    {
        double[] joined = [double.NaN];
        ensemble.Apply(figures, weights, [.. questions.Select(question => question.Outputs[row])], joined);
        return joined[0];
    }

    private static string Said(IEnumerable<ValidationQuestion> questions, int row) => string.Join(", ", questions.Select(question => question.Outputs[row].ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)));
}
