using System.Globalization;

namespace Framework.Host.Tests.Processes;

/// <summary>Whether somebody has the time for tests that take minutes: <c>FRAMEWORK_TEST_KILLS</c> says how often a batch is killed, and asks for the others with it.</summary>
internal static class Patience
{
    public const string Variable = "FRAMEWORK_TEST_KILLS";

    private const int Few = 4;

    private static readonly string? Said = Environment.GetEnvironmentVariable(Variable);

    public static bool IsThere => !string.IsNullOrEmpty(Said);

    /// <summary>How often a batch is killed.</summary>
    public static int Kills => IsThere ? int.Parse(Said!, CultureInfo.InvariantCulture) : Few;

    /// <summary>Chooses the moments: another number, other moments.</summary>
    public static ulong Seed => ulong.Parse(Environment.GetEnvironmentVariable("FRAMEWORK_TEST_SEED") is { Length: > 0 } seed ? seed : "8", CultureInfo.InvariantCulture);
}
