using System.Text.Json;

namespace Framework.Components.Tests.Evaluation;

/// <summary>scikit-learn's figures over 400 rows that a formula makes.</summary>
internal static class Oracle
{
    public static double[] Targets => Array.ConvertAll(Uniform(5_000_000), u => u < 0.3 ? 1.0 : 0.0);

    public static double[] Scores => [.. Targets.Zip(Uniform(5_000_001), (target, u) => Math.Clamp((0.35 * target) + (0.65 * u), 0, 1))];

    // To the nearest tenth, halves to even, as numpy does.
    public static double[] TiedScores => Array.ConvertAll(Scores, score => Math.Round(score * 10, MidpointRounding.ToEven) / 10);

    public static JsonElement Read() => JsonDocument.Parse(File.ReadAllText(SharedData.File("oracle", "metrics.json"))).RootElement;

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

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
