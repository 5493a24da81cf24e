using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

public abstract partial class TransformContract
{
    private const int Seeds = 20;

    /// <summary>A transform that does not say <see cref="ITransform.IsRandom"/> gives the same whatever the stream: what it gives may be cached.</summary>
    [Fact]
    public void Apply_OtherSeeds_GiveTheSameUnlessItSaysIsRandom()
    {
        var transform = Create();
        if (transform.IsRandom)
            return;
        foreach (var shape in Shapes)
        {
            using var workspace = new SampleWorkspace();
            var first = SampleText.Of(Apply(transform, Fill(workspace, shape), workspace, seed: 0));
            for (var seed = 1; seed < Seeds; seed++)
                Assert.True(
                    first == SampleText.Of(Apply(transform, Fill(workspace, shape), workspace, (ulong)seed)),
                    "the result depends on the stream of random numbers, and IsRandom is false: a cache would keep the first draw for ever. Let IsRandom say true.");
        }
    }

    /// <summary>Samples that have passed through it can be collected, and the workspace is asked for no more each time.</summary>
    [Fact]
    public void Apply_ManySamples_KeepsMemoryFlat()
    {
        var transform = Create();
        var bytes = new List<long>();
        KeptObjects.AssertNone("samples", at =>
        {
            using var workspace = new SampleWorkspace();
            var sample = Fill(workspace, Shapes[^1]);
            _ = Apply(transform, sample, workspace, seed: 5).Image.Pixels.Length;
            bytes.Add(workspace.Bytes);
            return sample;
        });
        Assert.True(bytes.Distinct().Count() == 1, $"the same sample takes {bytes[0]} bytes of the workspace at first and {bytes[^1]} later. Allocate the same each time.");
    }
}
