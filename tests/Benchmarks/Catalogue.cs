using Framework.Components.Training;

namespace Framework.Benchmarks;

/// <summary>All benchmarks. Making one costs nothing; preparing it does.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<IBenchmark> For(string device) =>
    [
        new OperatorCall(),
        .. from task in NetworkTasks.All
           from trains in new[] { true, false }
           from precision in new[] { Precision.Full, Precision.Bf16 }
           select new NetworkStep(task, trains, precision, device),
        new OptimizerStep(),
        new DataParallel(),
        new OcclusionMap(32, device),
        new OcclusionMap(1, device),
        new DicomSliceRate(),
        new CacheRead(),
        .. Enum.GetValues<LoaderFigure>().Select(figure => new LoaderRate(figure, device)),
        new DicomIndexRate(),
        .. from files in new[] { 2_000, 20_000, 100_000 }
           from memory in new[] { true, false }
           select new DicomIndexScale(files, memory),
        new DicomVolumeRead(),
        new NiftiRead(),
        VolumeChain.Affine,
        VolumeChain.Fistula,
        new AurocBootstrap(),
        new ValidateStart(),
    ];
}
