using Framework.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

/// <summary>Models computed in bfloat16 give what they give in float32, within its eight bits.</summary>
[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class AutocastTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Names => TinyModels.Names;

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_InBf16_AgreesWithinItsPrecision(string name)
    {
        manual_seed(1);
        var shape = TinyModels.Shape(name);
        using var model = TinyModels.Factory(name).Create(new ModelContext { InputShape = shape, Labels = ["a", "b"] });
        model.Module.eval();
        var batch = Batches.Of(randn([4, .. shape.Select(size => (long)size)]));
        using var quiet = no_grad();
        var full = model.Forward(batch);

        ModelOutput half;
        using (Autocast.Begin(DeviceType.CPU, ScalarType.BFloat16))
            half = model.Forward(batch);

        foreach (var (head, expected) in full.Heads)
        {
            var actual = half.Heads[head].to(ScalarType.Float32);
            // Each of the layers rounds to 2^-9 of its values, to either side: errors grow as the root of their number.
            var furthest = (actual - expected).abs().max().item<float>() / expected.abs().max().item<float>();
            Assert.True(furthest is > 0 and < 0.05f, $"{head}: {furthest:R} of the largest value");
        }
    }
}
