using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Torch.Distributed;
using TorchSharp;

namespace Framework.Host.Ranks;

/// <summary>What this process is made of: processes that train together must be the same.</summary>
internal static class ProgramBuilds
{
    /// <summary>One line for each part: the program, what it stands on, the tensor library and the plugins that the experiment names.</summary>
    public static IReadOnlyList<string> Of(ComponentCatalogue catalogue, Experiment experiment) =>
    [
        .. ComponentBuild.Foundations().Concat(ComponentBuild.Named(catalogue, [experiment.Document.ToJson()])).Prepend(ComponentBuild.Of(typeof(ProgramBuilds)))
            .Distinct().Select(build => $"'{build.Assembly}' {build.Version} (build {build.Build})"),
        $"'libtorch' {torch.__version__}{(DistributedEngine.Connects(DeviceType.CPU) ? " with Gloo" : "")}{(DistributedEngine.Connects(DeviceType.CUDA) ? " with NCCL" : "")}",
    ];

    /// <summary>The first difference in words; null where there is none.</summary>
    /// <param name="theirs">Rank 0's.</param>
    /// <param name="own">This process's.</param>
    public static string? Difference(IReadOnlyList<string> theirs, IReadOnlyList<string> own)
    {
        if (theirs.SequenceEqual(own))
            return null;
        var (other, mine) = (theirs.Except(own).FirstOrDefault() ?? "no such part", own.Except(theirs).FirstOrDefault() ?? "no such part");
        return $"it is another build than rank 0: {mine} here, {other} there. Let all ranks start the same installation.";
    }
}
