using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every phantom promises.</summary>
public abstract class PhantomContract
{
    /// <summary>Makes the phantom.</summary>
    protected abstract IPhantom Create();

    /// <summary>Number of cases to ask for. Default: 4.</summary>
    protected virtual int Cases => 4;

    /// <summary>The same request gives the same files with the same bytes.</summary>
    [Fact]
    public void Write_SameSeed_GivesTheSameBytes()
    {
        using var first = Written(seed: 3);
        using var second = Written(seed: 3);
        Assert.True(Content(first).SequenceEqual(Content(second)), "the same seed wrote other files or bytes. Draw from RandomStream by the request's seed, and write no time and no path.");
    }

    /// <summary>Another seed is another cohort.</summary>
    [Fact]
    public void Write_OtherSeed_GivesAnotherCohort()
    {
        using var first = Written(seed: 3);
        using var second = Written(seed: 4);
        Assert.True(!Content(first).SequenceEqual(Content(second)), "two seeds wrote the same cohort. Let everything random follow from the request's seed.");
    }

    /// <summary>A request that is cancelled ends.</summary>
    [Fact]
    public void Write_Cancelled_Stops()
    {
        using var folder = new ScratchFolder();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var thrown = Record.Exception(() => Create().Write(new PhantomRequest { Folder = folder.Path, Cases = Cases, Seed = 1 }, cancelled.Token));
        Assert.True(thrown is OperationCanceledException, "a cancelled request wrote on. Ask cancellation.ThrowIfCancellationRequested() before each case.");
    }

    private ScratchFolder Written(ulong seed)
    {
        var folder = new ScratchFolder();
        Create().Write(new PhantomRequest { Folder = folder.Path, Cases = Cases, Seed = seed }, CancellationToken.None);
        return folder;
    }

    private static IEnumerable<string> Content(ScratchFolder folder) => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetRelativePath(folder.Path, file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}");
}
