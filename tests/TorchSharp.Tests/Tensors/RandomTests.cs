using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

[Collection(nameof(LiveTensorTests))] // the default generator is the process's
public class RandomTests
{
    [Fact]
    public void ManualSeed_Twice_DrawsTheSame()
    {
        torch.manual_seed(7);
        using var first = torch.rand(5);
        torch.manual_seed(7);

        Assert.Equal(7, torch.initial_seed());
        Assert.True(first.Equals(torch.rand(5)));
        Assert.False(first.Equals(torch.rand(5)));
    }

    [Fact]
    public void ManualSeed_Zero_DrawsPyTorchsNumbers()
    {
        torch.manual_seed(0);

        // torch.manual_seed(0); torch.rand(3) in Python
        Values.Equal([0.4962566, 0.7682218, 0.0884774], torch.rand(3));
    }

    [Fact]
    public void RngState_SetAgain_GoesOnFromThere()
    {
        using var state = torch.get_rng_state();
        using var first = torch.randn(3);
        torch.random.set_rng_state(state);

        Assert.True(first.Equals(torch.randn(3)));
    }

    [Fact]
    public void Generator_OwnSeed_LeavesTheDefaultAlone()
    {
        using var state = torch.get_rng_state();
        using var one = new Generator(3);
        using var other = new Generator(3);

        Assert.Equal(3, one.initial_seed());
        Assert.True(torch.rand([4], generator: one).Equals(torch.rand([4], generator: other)));
        Assert.True(torch.randperm(9, generator: one).Equals(torch.randperm(9, generator: other)));
        Assert.True(state.Equals(torch.get_rng_state()));
    }

    [Fact]
    public void Distributions_ManyDraws_HaveTheirMoments()
    {
        using var generator = new Generator(1);
        using var normal = torch.randn([100_000], generator: generator);
        using var uniform = torch.rand([100_000], generator: generator);
        using var coins = torch.full((long[])[100_000], 0.3f).bernoulli(generator);

        Assert.Equal(0, normal.mean().item<float>(), 0.02f);
        Assert.Equal(1, normal.std().item<float>(), 0.02f);
        Assert.Equal(0.5f, uniform.mean().item<float>(), 0.01f);
        Assert.Equal(0.3f, coins.mean().item<float>(), 0.01f);
    }

    [Fact]
    public void Randint_Bounds_AreKept()
    {
        using var draws = torch.randint(2, 5, (long[])[1000]);

        Assert.Equal([2, 3, 4], draws.unique().output.Longs());
        Assert.Equal(ScalarType.Int64, draws.dtype);
        Assert.InRange(torch.randint_int(2, 5), 2, 4);
    }

    [Fact]
    public void Randperm_Ten_IsAPermutation() =>
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), torch.randperm(10).Longs().Order());
}
