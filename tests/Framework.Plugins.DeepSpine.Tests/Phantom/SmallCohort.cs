using Framework.Plugins.DeepSpine.Phantom;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Tests.Phantom;

/// <summary>A cohort of coarse examinations, gone when disposed.</summary>
public sealed class SmallCohort : IDisposable
{
    public const int Cases = 30;

    public SmallCohort() => Write(Folder, Cases);

    public string Folder { get; } = Directory.CreateTempSubdirectory("spine-").FullName;

    public static void Write(string folder, int cases) => new DeepSpinePhantom(new DeepSpinePhantomOptions { SagittalPixel = 4, AxialPixel = 4, SliceSpacing = 8, WithoutSacrum = 0.2 })
        .Write(new PhantomRequest { Folder = folder, Cases = cases, Seed = 11 }, CancellationToken.None);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
