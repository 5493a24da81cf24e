using System.Text.Json;

namespace Framework.Components.Tests.Evaluation;

/// <summary>scikit-learn's figures over 400 rows that a formula makes.</summary>
internal static class Oracle
{
    /// <summary>True grades 0 to 3.</summary>
    public static int[] Grades => Array.ConvertAll(Uniform(5_000_002), u => (int)Math.Floor(4 * u));

    /// <summary>Called grades, up to two off.</summary>
    public static int[] CalledGrades => [.. Grades.Zip(Uniform(5_000_003), (grade, u) => Math.Clamp(grade + (int)Math.Floor((5 * u) - 2), 0, 3))];

    /// <summary>Probabilities of the grades, row-major (row, grade).</summary>
    public static double[] GradeProbabilities
    {
        get
        {
            var (grades, uniform) = (Grades, Enumerable.Range(0, 4).Select(grade => Uniform(5_000_010 + (ulong)grade)).ToArray());
            return [.. Enumerable.Range(0, 400).SelectMany(row => Normalised([.. Enumerable.Range(0, 4).Select(grade => uniform[grade][row] + (grades[row] == grade ? 0.8 : 0))]))];
        }
    }

    public static double[] Targets => Array.ConvertAll(Uniform(5_000_000), u => u < 0.3 ? 1.0 : 0.0);

    public static double[] Scores => [.. Targets.Zip(Uniform(5_000_001), (target, u) => Math.Clamp((0.35 * target) + (0.65 * u), 0, 1))];

    // To the nearest tenth, halves to even, as numpy does.
    public static double[] TiedScores => Array.ConvertAll(Scores, score => Math.Round(score * 10, MidpointRounding.ToEven) / 10);

    public static JsonElement Read() => JsonDocument.Parse(File.ReadAllText(SharedData.File("oracle", "metrics.json"))).RootElement;

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

    private static double[] Normalised(double[] values) => Array.ConvertAll(values, value => value / values.Sum());

    private static double[] Uniform(ulong number)
    {
        var values = new double[400];
        for (var i = 0; i < values.Length; i++)
        {
            var z = unchecked((number << 32) + (ulong)i + 0x9E3779B97F4A7C15);
            z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
            z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
            values[i] = ((z ^ (z >> 31)) >> 11) * Math.Pow(2, -53);
        }

        return values;
    }
}
