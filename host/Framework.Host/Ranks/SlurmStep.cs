using System.Globalization;

namespace Framework.Host.Ranks;

/// <summary>The tasks of a step that <c>srun</c> started, which are ranks without anything else to set.</summary>
internal static class SlurmStep
{
    private const uint FirstSpecial = 0xFFFF_FFF0; // batch scripts, interactive shells and the like are steps of one task
    private const int FirstPort = 15_000; // below the ports that the system hands out by itself
    private const int Ports = 16_000;

    /// <summary>The place of this process; null where it is no task of a step of several.</summary>
    /// <param name="value">The environment; null for variables that are not set.</param>
    public static RankLaunch? Find(Func<string, string?> value)
    {
        if (!uint.TryParse(value("SLURM_STEP_ID"), NumberStyles.None, CultureInfo.InvariantCulture, out var step) || step >= FirstSpecial || value("SLURM_PROCID") is null)
            return null;
        var tasks = value("SLURM_STEP_NUM_TASKS") is not null ? "SLURM_STEP_NUM_TASKS" : "SLURM_NTASKS";
        if (value(tasks) is null || RankEnvironment.Number(value, tasks, 1, int.MaxValue) is not (> 1 and var size))
            return null;
        return new RankLaunch(RankEnvironment.Number(value, "SLURM_PROCID", 0, size - 1), size, $"srun --ntasks={size}")
        {
            Host = value(RankEnvironment.Host) ?? HostOf(value),
            Port = value(RankEnvironment.Port) is null ? PortOf(value("SLURM_JOB_ID"), step) : RankEnvironment.Number(value, RankEnvironment.Port, 1, ushort.MaxValue),
            LocalRank = value("SLURM_LOCALID") is null ? 0 : RankEnvironment.Number(value, "SLURM_LOCALID", 0, size - 1),
            LocalSize = TasksOfNode(value("SLURM_STEP_TASKS_PER_NODE"), value("SLURM_NODEID")),
            Processors = value("SLURM_CPUS_PER_TASK") is null ? null : RankEnvironment.Number(value, "SLURM_CPUS_PER_TASK", 1, int.MaxValue),
        };
    }

    /// <summary>The first host of a list as Slurm writes it: <c>node[03-05,9],b1</c> begins with <c>node03</c>.</summary>
    public static string FirstHost(string list)
    {
        var open = list.IndexOf('[', StringComparison.Ordinal);
        var comma = list.IndexOf(',', StringComparison.Ordinal);
        if (open < 0 || (comma >= 0 && comma < open))
            return comma < 0 ? list : list[..comma];
        var close = list.IndexOf(']', open);
        var first = list[(open + 1)..close].Split(',', '-')[0];
        var rest = list[(close + 1)..]; // b[1-2]c[3-4] names hosts in two dimensions
        return list[..open] + first + (rest.Length == 0 || rest[0] == ',' ? "" : FirstHost(rest));
    }

    /// <summary>How many tasks a node has, of a list such as <c>2(x3),1</c>; 1 where it does not say.</summary>
    public static int TasksOfNode(string? list, string? node)
    {
        if (list is null || !int.TryParse(node, NumberStyles.None, CultureInfo.InvariantCulture, out var left))
            return 1;
        foreach (var part in list.Split(','))
        {
            var pieces = part.TrimEnd(')').Split("(x");
            var nodes = pieces.Length > 1 && int.TryParse(pieces[1], CultureInfo.InvariantCulture, out var times) ? times : 1;
            if (left < nodes)
                return int.TryParse(pieces[0], CultureInfo.InvariantCulture, out var tasks) ? Math.Max(tasks, 1) : 1;
            left -= nodes;
        }

        return 1;
    }

    // The launch node is where srun was called, which need not be a node of the step: the first host of the step is where rank 0 is.
    private static string HostOf(Func<string, string?> value) =>
        value("SLURM_STEP_NUM_NODES") is "1" ? "127.0.0.1"
        : value("SLURM_STEP_NODELIST") is { } list ? FirstHost(list)
        : value("SLURM_LAUNCH_NODE_IPADDR") ?? "127.0.0.1";

    // Steps that follow each other in a job have different ports, so that nobody meets what a killed step left.
    private static int PortOf(string? job, uint step) =>
        FirstPort + (int)(((uint.TryParse(job, CultureInfo.InvariantCulture, out var number) ? number * 31UL : 0) + step) % Ports);
}
