using Framework.Host.Tests.Processes;

namespace Framework.Host.Tests.Slurm;

/// <summary>A fact of a real Slurm that takes minutes: Slurm's limits are whole minutes, and are looked at twice in each.</summary>
public sealed class LongSlurmFactAttribute : FactAttribute
{
    public LongSlurmFactAttribute() => Skip = SlurmFactAttribute.Missing ?? (Patience.IsThere ? null : $"takes minutes; {Patience.Variable}=20 asks for it");
}
