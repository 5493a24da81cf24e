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
        return Of(table).Questions[0];
    }

    /// <summary>200 cases whose outputs are too sure by a factor of two in log-odds.</summary>
    public static ValidationQuestion TooSure()
    {
        var random = new RandomStream(17);
        var odds = Enumerable.Range(0, 200).Select(_ => 1.5 * random.Normal()).ToList();
        return Question([.. odds.Select(own => random.Chance(Sigmoid(own)) ? 1.0 : 0.0)], [.. odds.Select(own => Sigmoid(2 * own))]);
    }

    /// <summary>What several fits say of the same 120 cases: each with noise of its own, the last one with most.</summary>
    /// <param name="count">Number of fits.</param>
    /// <param name="classes">Whether the answer is one of three classes in place of a label, <c>positive</c>.</param>
    public static IReadOnlyList<ValidationPredictions> Members(int count, bool classes = false)
    {
        const int Cases = 120;
        string[] labels = classes ? ["none", "mild", "severe"] : ["positive"];
        var truth = new RandomStream(29);
        int[] answers = [.. Enumerable.Range(0, Cases).Select(_ => truth.Next(classes ? 3 : 2))];
        double[] targets = [.. answers.SelectMany(answer => labels.Select((_, label) => classes ? (answer == label ? 1.0 : 0.0) : answer))];
        return [.. Enumerable.Range(0, count).Select(member =>
        {
            var noise = new RandomStream((ulong)member + 31);
            double[] outputs = [.. targets.Select(target => Sigmoid((2 * target) - 1 + ((0.5 + member) * noise.Normal())))];
            for (var row = 0; classes && row < Cases; row++)
            {
                var sum = outputs.AsSpan(row * 3, 3).ToArray().Sum();
                foreach (ref var output in outputs.AsSpan(row * 3, 3))
                    output /= sum;
            }

            return Of(new Predictions(labels, [.. answers.Select((_, at) => new PredictedCase($"v{at}", $"v{at}", "", 0))], targets, outputs) { Groups = classes ? [new LabelGroup("grade", labels)] : [] });
        })];
    }

    private static ValidationPredictions Of(Predictions table)
    {
        var cases = table.Rows.Select(row => row.Case).Append("trained").Select(id => new Case { Id = id, Subject = id, Labels = [.. table.Labels.Select(_ => 0.0)] }).ToList();
        return new ValidationPredictions(new CaseSplit(new DataIndex { Labels = table.Labels, Cases = cases, Fingerprint = "" }, new ByName(), new RandomStream(0)), 0, 0, table);
    }

    private static double Sigmoid(double odds) => 1 / (1 + Math.Exp(-odds));

    private sealed class ByName : ISplit
    {
        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
            [[.. subjects.Select(subject => subject.Id == "trained" ? Part.Train : Part.Validate)]];
    }
}
