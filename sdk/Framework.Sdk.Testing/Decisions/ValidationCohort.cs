using Framework.Sdk;

namespace Framework.Sdk.Testing;

/// <summary>A validation part to fit calibrations and thresholds on, as the host would give it.</summary>
public static class ValidationCohort
{
    /// <summary>A question of one label.</summary>
    /// <param name="targets">1 or 0, one a case.</param>
    /// <param name="outputs">Probabilities, one a case.</param>
    public static ValidationQuestion Question(IReadOnlyList<double> targets, IReadOnlyList<double> outputs)
    {
        var table = new Predictions(["positive"], [.. targets.Select((_, at) => new PredictedCase($"v{at}", $"v{at}", "", 0))], [.. targets], [.. outputs]);
        var cases = table.Rows.Select(row => row.Case).Append("trained").Select(id => new Case { Id = id, Subject = id, Labels = [0] }).ToList();
        var split = new CaseSplit(new DataIndex { Labels = table.Labels, Cases = cases, Fingerprint = "" }, new ByName(), new RandomStream(0));
        return new ValidationPredictions(split, 0, 0, table).Questions[0];
    }

    /// <summary>200 cases whose outputs are too sure by a factor of two in log-odds.</summary>
    public static ValidationQuestion TooSure()
    {
        var random = new RandomStream(17);
        var odds = Enumerable.Range(0, 200).Select(_ => 1.5 * random.Normal()).ToList();
        return Question([.. odds.Select(own => random.Chance(Sigmoid(own)) ? 1.0 : 0.0)], [.. odds.Select(own => Sigmoid(2 * own))]);
    }

    private static double Sigmoid(double odds) => 1 / (1 + Math.Exp(-odds));

    private sealed class ByName : ISplit
    {
        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
            [[.. subjects.Select(subject => subject.Id == "trained" ? Part.Train : Part.Validate)]];
    }
}
