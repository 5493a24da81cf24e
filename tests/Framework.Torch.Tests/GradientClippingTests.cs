using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

public sealed class GradientClippingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void ByNorm_AboveTheLimit_ScalesAllByOneFactor()
    {
        Tensor[] gradients = [tensor(new[] { 3f, 4 }), tensor(new[] { 12f })];

        Assert.Equal(13, GradientClipping.ByNorm(gradients, 6.5));

        AssertClose([1.5f, 2, 6], ForeachTests.Values(gradients), 1e-6f);
    }

    [Fact]
    public void ByNorm_BelowTheLimit_ChangesNothing()
    {
        Tensor[] gradients = [tensor(new[] { 3f, 4 })];

        Assert.Equal(5, GradientClipping.ByNorm(gradients, 5.1));

        Assert.Equal([3f, 4], ForeachTests.Values(gradients));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void ByNorm_NotFinite_IsToldAndChangesNothing(float value)
    {
        Tensor[] gradients = [tensor(new[] { 3f, 4 }), tensor(new[] { value })];

        Assert.False(double.IsFinite(GradientClipping.ByNorm(gradients, 1)));

        Assert.Equal([3f, 4], ForeachTests.Values(gradients[0]));
    }

    [PythonFact("torch")]
    public void ByNorm_BesidePyTorch_GivesItsNormAndGradients()
    {
        const string code = """
            import torch
            torch.set_num_threads(1)
            g = [torch.sin(torch.arange(n, dtype=torch.float32)).mul_(n) for n in (1000, 37, 5)]
            p = [torch.zeros_like(x).requires_grad_() for x in g]
            for a, b in zip(p, g): a.grad = b.clone()
            print(repr(float(torch.nn.utils.clip_grad_norm_(p, 2.5))))
            print(*[repr(float(x)) for a in p for x in a.grad])
            """;
        Tensor[] gradients = [.. new[] { 1000, 37, 5 }.Select(n => arange(n, dtype: float32).sin() * n)];
        var expected = Run(code);

        var norm = GradientClipping.ByNorm(gradients, 2.5);

        AssertClose(expected[..1], [(float)norm], 1e-6f);
        AssertClose(expected[1..], ForeachTests.Values(gradients), 1e-6f);
    }

    private static void AssertClose(float[] expected, float[] actual, float relative)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= relative * Math.Abs(expected[i]), $"{i}: {expected[i]:R}, {actual[i]:R}");
    }

    private static float[] Run(string code)
    {
        using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-c", code]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(text => float.Parse(text, CultureInfo.InvariantCulture))];
    }
}
