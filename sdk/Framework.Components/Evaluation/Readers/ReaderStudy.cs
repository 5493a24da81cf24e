using Framework.Components.Evaluation.Comparison;
using Framework.Components.Evaluation.Decisions;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Readers;

/// <summary>Readers beside a model on the same cases: a pure function of its predictions and their calls.</summary>
public sealed record ReaderStudy
{
    /// <summary>Each reader's sensitivity and specificity, and the test against the model.</summary>
    public required IReadOnlyList<ReaderPoint> Points { get; init; }

    /// <summary>Agreement among the readers of a condition; none where there is only one reader.</summary>
    public required IReadOnlyList<ReaderAgreement> Agreement { get; init; }

    /// <summary>Each reader under one condition against another.</summary>
    public required IReadOnlyList<ReaderChange> Changes { get; init; }

    /// <summary>Compares readers with a model.</summary>
    /// <param name="model">One row a case, with the thresholds that were fixed for it; 0.5 counts where none were.</param>
    /// <param name="calls">What the readers said; calls of cases that the model did not predict are left out.</param>
    /// <param name="level">Level of the intervals.</param>
    /// <exception cref="ExperimentException">No call is of a case that the model predicted.</exception>
    public static ReaderStudy Of(Predictions model, IReadOnlyList<ReaderCall> calls, double level = 0.95)
    {
        var rows = model.Rows.Select((row, at) => (row.Case, at)).ToDictionary(pair => pair.Case, pair => pair.at, StringComparer.Ordinal);
        var readings = calls.Where(call => rows.ContainsKey(call.Case)).GroupBy(call => (call.Reader, call.Condition))
            .Select(reading => new Reading(reading.Key.Reader, reading.Key.Condition, reading.ToDictionary(call => rows[call.Case], call => call.Calls))).ToList();
        if (readings.Count == 0)
            throw new ExperimentException("no reader called a case that is predicted here. Check that the readers' cases are of the part that is evaluated.");
        var labels = Enumerable.Range(0, model.Labels.Count).ToList();
        return new ReaderStudy
        {
            Points = [.. from label in labels from reading in readings select Point(model, reading, label, level) into point where point is not null select point],
            Agreement = [.. from label in labels from condition in readings.GroupBy(reading => reading.Condition) where condition.Count() > 1 select AgreementOf(model, [.. condition], label) into one where one is not null select one],
            Changes = [.. from label in labels from reader in readings.GroupBy(reading => reading.Reader) from other in reader.Skip(1) select Change(model, reader.First(), other, label, level) into one where one is not null select one],
        };
    }

    private static ReaderPoint? Point(Predictions model, Reading reading, int label, double level)
    {
        int[] rows = [.. reading.Rows(label).Where(row => !double.IsNaN(model.Target(row, label)))];
        if (rows.Length == 0)
            return null;
        bool[] truth = [.. rows.Select(row => model.Target(row, label) > 0.5)], called = [.. rows.Select(row => reading.Says(row, label))];
        bool[] models = [.. rows.Select(row => model.Output(row, label) >= model.Threshold(row, label))];
        var subjects = Subjects(model, rows);
        var calls = Agreements.TwoByTwo(truth, called);
        var test = McNemar.Compare(Same(called, truth), Same(models, truth), subjects, level);
        return new ReaderPoint
        {
            Reader = reading.Reader,
            Condition = reading.Condition,
            Label = model.Labels[label],
            Sensitivity = calls.Sensitivity,
            SensitivityInterval = Share(truth, called, subjects, of: true, level),
            Specificity = calls.Specificity,
            SpecificityInterval = Share(truth, called, subjects, of: false, level),
            KappaWithModel = Agreements.Cohen(models, called),
            Accuracy = test.First,
            ModelAccuracy = test.Second,
            P = test.P,
            Count = test.Count,
            Subjects = test.Subjects,
        };
    }

    private static ReaderAgreement? AgreementOf(Predictions model, IReadOnlyList<Reading> readings, int label)
    {
        int[] rows = [.. readings[0].Rows(label).Where(row => readings.All(reading => reading.Has(row, label)))];
        if (rows.Length == 0)
            return null;
        bool[][] calls = [.. readings.Select(reading => rows.Select(row => reading.Says(row, label)).ToArray())];
        return new ReaderAgreement(readings[0].Condition, model.Labels[label], calls.Length, rows.Length, Agreements.Fleiss(calls), Agreements.MeanOfPairs(calls));
    }

    private static ReaderChange? Change(Predictions model, Reading from, Reading to, int label, double level)
    {
        int[] rows = [.. from.Rows(label).Where(row => to.Has(row, label) && !double.IsNaN(model.Target(row, label)))];
        if (rows.Length == 0)
            return null;
        bool[] truth = [.. rows.Select(row => model.Target(row, label) > 0.5)];
        bool[] Right(Reading reading) => Same([.. rows.Select(row => reading.Says(row, label))], truth);
        return new ReaderChange(from.Reader, from.Condition, to.Condition, McNemar.Compare(Right(to), Right(from), Subjects(model, rows), level) with { Label = model.Labels[label] });
    }

    private static bool[] Same(bool[] first, bool[] second) => [.. first.Zip(second, (a, b) => a == b)];

    private static int[] Subjects(Predictions model, int[] rows)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(rows, row => numbers.TryGetValue(model.Rows[row].Subject, out var number) ? number : numbers[model.Rows[row].Subject] = numbers.Count);
    }

    private static Interval? Share(bool[] truth, bool[] called, int[] subjects, bool of, double level)
    {
        var units = subjects.Max() + 1;
        var (hits, trials) = (new int[units], new int[units]);
        for (var i = 0; i < truth.Length; i++)
        {
            trials[subjects[i]] += truth[i] == of ? 1 : 0;
            hits[subjects[i]] += truth[i] == of && called[i] == of ? 1 : 0;
        }

        return Wilson.OfClusters(hits, trials, level);
    }

    private sealed record Reading(string Reader, string Condition, Dictionary<int, IReadOnlyList<double>> Calls)
    {
        public IEnumerable<int> Rows(int label) => Calls.Keys.Where(row => Has(row, label)).Order();

        public bool Has(int row, int label) => Calls.TryGetValue(row, out var calls) && !double.IsNaN(calls[label]);

        public bool Says(int row, int label) => Calls[row][label] > 0.5;
    }
}
