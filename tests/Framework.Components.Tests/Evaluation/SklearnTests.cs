using System.Diagnostics;
using System.Text.Json;
using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Decisions;

namespace Framework.Components.Tests.Evaluation;

/// <summary>200 random inputs, small and with ties, some of one class, held against scikit-learn.</summary>
public sealed class SklearnTests
{
    private const double Tolerance = 1e-11;

    private static readonly Dictionary<string, IMetric> Binary = new()
    {
        ["auroc"] = new Auroc(new()),
        ["average-precision"] = new AveragePrecision(new()),
        ["log-loss"] = new LogLoss(new()),
        ["brier"] = new Brier(new()),
        ["accuracy"] = new Accuracy(new()),
        ["balanced-accuracy"] = new BalancedAccuracy(new()),
        ["recall"] = new Recall(new()),
        ["sensitivity"] = new Sensitivity(new()),
        ["precision"] = new Components.Evaluation.Decisions.Precision(new()),
        ["ppv"] = new PositivePredictiveValue(new()),
        ["specificity"] = new Specificity(new()),
        ["npv"] = new NegativePredictiveValue(new()),
        ["f1"] = new F1(new()),
        ["mcc"] = new Mcc(new()),
        ["kappa"] = new Kappa(new()),
    };

    private static readonly Dictionary<string, IMetric> Several = new(
        Enum.GetValues<Average>().SelectMany(average => new (string, IMetric)[]
        {
            ("recall", new Recall(new() { Average = average })),
            ("precision", new Components.Evaluation.Decisions.Precision(new() { Average = average })),
            ("f1", new F1(new() { Average = average })),
            ("auroc", new Auroc(new() { Average = average })),
            ("average-precision", new AveragePrecision(new() { Average = average })),
        }.Select(pair => KeyValuePair.Create($"{pair.Item1}.{average.ToString().ToLowerInvariant()}", pair.Item2)))
        .Concat(Enum.GetValues<KappaWeights>().Select(weights => KeyValuePair.Create($"kappa.{weights.ToString().ToLowerInvariant()}", (IMetric)new Kappa(new() { Weights = weights }))))
        .Append(new("accuracy", new Accuracy(new())))
        .Append(new("balanced-accuracy", new BalancedAccuracy(new())))
        .Append(new("log-loss", new LogLoss(new())))
        .Append(new("mcc", new Mcc(new()))));

    [PythonFact("sklearn")]
    public void Metrics_TwoHundredRandomInputs_EqualScikitLearn()
    {
        var inputs = Enumerable.Range(0, 200).Select(Input).ToList();
        var expected = Ask(inputs);
        for (var i = 0; i < inputs.Count; i++)
        {
            var (classes, truth, outputs) = inputs[i];
            var table = classes == 2 ? Table.Of([.. truth.Select(one => (double)one)], outputs) : Table.OfClasses(classes, truth, outputs);
            foreach (var figure in expected[i].EnumerateObject())
            {
                var metric = (classes == 2 ? Binary : Several)[figure.Name];
                var value = Table.Single(metric, table, classes == 2 ? "any" : null).Value;
                var is_ = figure.Value.ValueKind == JsonValueKind.Null ? double.NaN : figure.Value.GetDouble();
                Assert.True(double.IsNaN(is_) ? double.IsNaN(value) : Math.Abs(is_ - value) <= Tolerance * Math.Max(1, Math.Abs(is_)), $"input {i}, {classes} classes, {figure.Name}: {value} instead of {is_}");
            }
        }
    }

    /// <summary>2 to 41 rows; every third input has outputs in tenths, every seventh one class only.</summary>
    private static (int Classes, int[] Truth, double[] Outputs) Input(int number)
    {
        var random = new RandomStream(7).Derive(number);
        var classes = number % 2 == 0 ? 2 : 3 + random.Next(3);
        var rows = 2 + random.Next(40);
        var only = random.Next(classes);
        int[] truth = [.. Enumerable.Range(0, rows).Select(_ => number % 7 == 3 ? only : random.Next(classes))];
        var width = classes == 2 ? 1 : classes;
        double[] outputs = [.. Enumerable.Range(0, rows * width).Select(_ => number % 3 == 0 ? random.Next(11) / 10.0 : random.NextDouble())];
        return (classes, truth, width == 1 ? outputs : Normalised(outputs, classes));
    }

    private static double[] Normalised(double[] outputs, int classes) =>
        [.. outputs.Chunk(classes).SelectMany(row => row.Select(output => row.Sum() == 0 ? 1.0 / classes : output / row.Sum()))];

    private static List<JsonElement> Ask(IEnumerable<(int Classes, int[] Truth, double[] Outputs)> inputs)
    {
        var script = Path.Combine(SharedData.RepositoryRoot, "tests", "Framework.Components.Tests", "Peers", "metrics.py");
        using var python = Process.Start(new ProcessStartInfo(PythonModules.Python, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var answers = new List<JsonElement>();
        foreach (var (classes, truth, outputs) in inputs)
        {
            python.StandardInput.WriteLine(JsonSerializer.Serialize(new { classes, truth, outputs }));
            python.StandardInput.Flush();
            answers.Add(JsonDocument.Parse(python.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the peer ended early")).RootElement);
        }

        python.StandardInput.Close();
        python.WaitForExit();
        return answers;
    }
}
