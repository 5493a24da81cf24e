using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every sampler promises: as many draws as cases, and each epoch the same however it is reached.</summary>
public abstract class SamplerContract
{
    private const int Epochs = 4;

    /// <summary>Makes the sampler.</summary>
    protected abstract ISampler Create();

    /// <summary>The training part. Default: 30 cases, every fifth of them with the label <c>bright</c>.</summary>
    protected virtual SamplerContext Context => new(
        [.. Enumerable.Range(0, 30).Select(at => new Case { Id = $"case{at}", Subject = $"subject{at}", Labels = [at % 5 == 0 ? 1 : 0] })], ["bright"]);

    /// <summary>An epoch has as many draws as there are cases, all of them cases.</summary>
    [Fact]
    public void Draw_EveryEpoch_HasAsManyDrawsAsCases()
    {
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var drawn = Draw(epoch);
            Assert.True(drawn.Count == Context.Cases.Count, $"epoch {epoch} has {drawn.Count} draws for {Context.Cases.Count} cases: steps and schedules count on as many.");
            Assert.True(drawn.All(at => at >= 0 && at < Context.Cases.Count), $"epoch {epoch} draws a case that there is not.");
        }
    }

    /// <summary>An epoch is the same whether or not those before it were drawn.</summary>
    [Fact]
    public void Draw_EpochsInAnyOrder_AreTheSame()
    {
        var sampler = Create();
        var backwards = Enumerable.Range(0, Epochs).Reverse().Select(epoch => sampler.Draw(Context, new RandomStream(3), epoch).ToList()).Reverse().ToList();
        for (var epoch = 0; epoch < Epochs; epoch++)
            Assert.True(backwards[epoch].SequenceEqual(Draw(epoch)), $"epoch {epoch} shows other cases after another epoch was drawn: a resumed run would differ. Derive the draws from stream and epoch alone.");
    }

    private List<int> Draw(int epoch) => [.. Create().Draw(Context, new RandomStream(3), epoch)];
}
