using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>Finds out whether several processes train together and which of them this one is: the option, else what torchrun and its like set, else Slurm's step.</summary>
internal static class RankEnvironment
{
    /// <summary>The variable of the rank.</summary>
    public const string Rank = "RANK";

    /// <summary>The variable of the number of ranks.</summary>
    public const string Size = "WORLD_SIZE";

    /// <summary>The variable of the rank among those of one machine.</summary>
    public const string LocalRank = "LOCAL_RANK";

    /// <summary>The variable of their number.</summary>
    public const string LocalSize = "LOCAL_WORLD_SIZE";

    /// <summary>The variable of rank 0's address.</summary>
    public const string Host = "MASTER_ADDR";

    /// <summary>The variable of the port there.</summary>
    public const string Port = "MASTER_PORT";

    /// <summary>The place of this process; null where it trains alone.</summary>
    /// <param name="asked">What <c>--ranks</c> says.</param>
    /// <param name="variable">The environment.</param>
    /// <exception cref="ExperimentException">What is said does not fit together.</exception>
    public static RankLaunch? Find(int? asked, Func<string, string?> variable)
    {
        string? Value(string name) => variable(name) is { Length: > 0 } text ? text : null;
        if ((OfLauncher(Value) ?? SlurmStep.Find(Value)) is { } given)
        {
            if (asked is { } ranks && ranks != given.Size)
                throw new ExperimentException($"--ranks {ranks} contradicts {given.By}, by which this process is one of {given.Size}. Give --ranks {given.Size} or leave it out; or take that away, and --ranks starts the processes itself.");
            return given.Size > 1 ? given : null;
        }

        return asked is > 1 and var size ? new RankLaunch(0, size, $"--ranks {size}") { LocalSize = size, StartsOthers = true } : null;
    }

    /// <summary>What torchrun sets, and wrappers of mpirun do.</summary>
    private static RankLaunch? OfLauncher(Func<string, string?> value)
    {
        if (value(Rank) is null && value(Size) is null)
            return null;
        string[] needed = [Rank, Size, Host, Port];
        string[] missing = [.. needed.Where(name => value(name) is null)];
        var size = value(Size) is null ? (int?)null : Number(value, Size, 1, int.MaxValue);
        if (missing.Length > 0 && size != 1)
            throw new ExperimentException($"the environment sets {string.Join(" and ", needed.Except(missing))} but not {string.Join(" and ", missing)}. Several processes that train together need {string.Join(", ", needed)}, as torchrun sets them; one that trains alone needs none of them.");
        if (size is null or 1)
            return new RankLaunch(0, 1, $"{Size}=1 in the environment");
        var isAgent = value("TORCHELASTIC_USE_AGENT_STORE") is "True";
        return new RankLaunch(Number(value, Rank, 0, size.Value - 1), size.Value, $"{Size}={size} in the environment")
        {
            Host = value(Host)!,
            Port = Number(value, Port, 1, ushort.MaxValue),
            LocalRank = value(LocalRank) is null ? Number(value, Rank, 0, size.Value - 1) : Number(value, LocalRank, 0, size.Value - 1),
            LocalSize = value(LocalSize) is null ? 1 : Number(value, LocalSize, 1, size.Value),
            HasStore = isAgent,
            Start = isAgent ? $"{value("TORCHELASTIC_RUN_ID")}.{value("TORCHELASTIC_RESTART_COUNT")}" : "",
        };
    }

    /// <summary>A variable that is a whole number.</summary>
    /// <exception cref="ExperimentException">It is none, or out of range.</exception>
    internal static int Number(Func<string, string?> value, string name, int least, int most) =>
        int.TryParse(value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ExperimentException($"{name} in the environment is '{value(name)}'. It must be a whole number {(most == int.MaxValue ? $"of at least {least}" : $"from {least} to {most}")}.");
}
