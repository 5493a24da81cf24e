using System.Text.Json;

namespace TorchSharp.Tests.Parity;

/// <summary>A file of reference figures.</summary>
internal static class OracleFile
{
    public static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(SharedData.File("oracle", name))).RootElement;

    public static double[] Numbers(this JsonElement array) => array.EnumerateArray().Select(number => number.GetDouble()).ToArray();

    public static long[] Shape(this JsonElement array) => array.EnumerateArray().Select(number => number.GetInt64()).ToArray();

    /// <summary>Asserts |actual - expected| of every number to be within <paramref name="relative"/> of the largest expected one.</summary>
    public static void AssertClose(double[] expected, double[] actual, double relative)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= relative * scale, $"number {i}: expected {expected[i]:R}, got {actual[i]:R}");
    }
}
