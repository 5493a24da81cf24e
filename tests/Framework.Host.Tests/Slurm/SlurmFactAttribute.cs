namespace Framework.Host.Tests.Slurm;

/// <summary>A fact that needs a real Slurm; skipped, by name, where its daemons are not installed or cannot be started.</summary>
public sealed class SlurmFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["slurmctld", "slurmd", "sbatch", "munged"];

    public SlurmFactAttribute() => Skip = Missing;

    internal static string? Missing { get; } =
        Environment.UserName != "root" ? "needs root, to start Slurm's daemons"
        : Programs.FirstOrDefault(program => !Folders.Any(folder => File.Exists(Path.Combine(folder, program)))) is { } missing ? $"needs Slurm: there is no '{missing}'"
        : !File.Exists(Script) ? "needs the repository's tests/Slurm/cluster.sh"
        : null;

    internal static string Script => Path.Combine(SharedData.RepositoryRoot, "tests", "Slurm", "cluster.sh");

    private static string[] Folders => ["/usr/sbin", "/usr/bin", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')];
}
