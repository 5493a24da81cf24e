using Framework.Torch.Detection;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

/// <summary>The same figures on every device, where other kernels make them than the operators or the 64 bits that they are held against.</summary>
[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class DeviceTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public DeviceTests() => manual_seed(4);

    public static TheoryData<string> Here => Devices.Here;

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Here))]
    public void Keep_OfManyBoxes_IsTheProcessors(string device)
    {
        var (boxes, scores) = Boxes(2500);
        var classes = randint(0, 3, [2500]);

        var kept = NonMaximumSuppression.Keep(boxes.to(device), scores.to(device), 0.5).cpu();
        var byClass = NonMaximumSuppression.KeepByClass(boxes.to(device), scores.to(device), classes.to(device), 0.5).cpu();

        var apart = boxes + (classes.to(float32) * 1000).unsqueeze(1); // classes that cannot meet
        Assert.Equal(Longs(NonMaximumSuppression.KeepComposed(boxes, scores, 0.5)), Longs(kept));
        Assert.Equal(Longs(NonMaximumSuppression.KeepComposed(apart, scores, 0.5)), Longs(byClass));
    }

    [Theory]
    [MemberData(nameof(Here))]
    public void RoiAlign_ThereAndBack_IsTheProcessors(string device)
    {
        var align = new RoiAlign { Height = 7, Width = 7, Scale = 0.25, Aligned = true };
        var boxes = cat([zeros(60, 1), Boxes(60).Boxes], 1);
        var features = rand(1, 8, 40, 40);

        var (here, there) = (Aligned(features, boxes, align.ApplyComposed), Aligned(features.to(device), boxes.to(device), align.Apply));

        Assert.True(here.Output.allclose(there.Output, 1e-4, 1e-5));
        Assert.True(here.Gradient.allclose(there.Gradient, 1e-4, 1e-4));

        static (Tensor Output, Tensor Gradient) Aligned(Tensor given, Tensor of, Func<Tensor, Tensor, Tensor> apply)
        {
            var input = given.detach().clone().requires_grad_();
            var output = apply(input, of);
            output.square().sum().backward();
            return (output.detach().cpu(), input.grad!.cpu());
        }
    }

    [Theory]
    [MemberData(nameof(Here))]
    public void Updates_OfManyParameters_AreThoseIn64Bits(string device)
    {
        Func<IEnumerable<TorchSharp.Modules.Parameter>, optim.Optimizer>[] makers =
        [
            of => optim.Adam(of, lr: 0.01, weight_decay: 0.1),
            of => optim.AdamW(of, lr: 0.01),
            of => optim.SGD(of, 0.01, momentum: 0.9, nesterov: true),
        ];
        var starts = Enumerable.Range(1, 9).Select(size => randn(size, 3)).ToArray();
        foreach (var make in makers)
        {
            using var here = new Followed(starts.Select(start => start.to(float64)), "cpu", make);
            using var there = new Followed(starts, device, make);
            for (var step = 0; step < 5; step++)
            {
                here.Step();
                there.Step();
            }

            Assert.All(here.Values.Zip(there.Values), pair => Assert.True(pair.First.allclose(pair.Second.to(float64), 1e-4, 1e-5)));
        }
    }

    [Theory]
    [MemberData(nameof(Here))]
    public void Clipping_OfGradients_BringsTheirNormDown(string device)
    {
        Tensor[] gradients = [full([3], 3f, device: device), full([4], -2f, device: device)];

        var norm = GradientClipping.ByNorm(gradients, 1);

        Assert.Equal(Math.Sqrt(27 + 16), norm, 1e-5);
        Assert.Equal(1, cat(gradients.Select(each => each.cpu()).ToArray()).norm().item<float>(), 1e-4);
    }

    [Theory]
    [MemberData(nameof(Here))]
    public void Generator_SeededAgain_DrawsTheSame(string device)
    {
        var dropped = new List<float[]>();
        for (var i = 0; i < 2; i++)
        {
            manual_seed(11);
            dropped.Add([.. nn.functional.dropout(ones(100, device: device), 0.5).cpu().data<float>(), .. rand(5, device: device).cpu().data<float>()]);
        }

        Assert.Equal(dropped[0], dropped[1]);
    }

    [Theory]
    [MemberData(nameof(Here))]
    public void ChannelsLast_AConvolution_IsTheProcessors(string device)
    {
        using var convolution = nn.Conv2d(4, 8, 3, padding: 1);
        var image = rand(2, 4, 9, 9);
        var expected = convolution.call(image);
        convolution.to(new Device(device));
        MemoryFormats.ToChannelsLast(convolution, spatial: 2);

        var output = convolution.call(MemoryFormats.ChannelsLast(image.to(device)));

        Assert.True(expected.allclose(output.cpu(), 1e-3, 1e-3)); // TF32 is on for convolutions where there is any
    }

    [Theory]
    [MemberData(nameof(Here))]
    public void Autocast_APassThereAndBack_IsNearThatOf32Bits(string device)
    {
        using var layer = nn.Linear(16, 4);
        layer.to(new Device(device));
        var input = rand([8, 16], device: device);
        var expected = layer.call(input).detach();
        Tensor output;
        using (Autocast.Begin(new Device(device).type, ScalarType.BFloat16))
            output = layer.call(input);
        output.to(float32).square().sum().backward();

        Assert.Equal(ScalarType.BFloat16, output.dtype);
        Assert.Equal(ScalarType.Float32, layer.weight!.grad!.dtype);
        Assert.True(expected.allclose(output.to(float32), 0.02, 0.02));
    }

    private static (Tensor Boxes, Tensor Scores) Boxes(int count)
    {
        var corner = rand(count, 2) * 100;
        return (cat([corner, corner + rand(count, 2) * 60 + 1], 1), rand(count));
    }

    private static long[] Longs(Tensor tensor) => tensor.data<long>().ToArray();

    /// <summary>Parameters that an optimizer leads, on one device, down a bowl.</summary>
    private sealed class Followed : IDisposable
    {
        private readonly TorchSharp.Modules.Parameter[] _parameters;
        private readonly optim.Optimizer _optimizer;

        public Followed(IEnumerable<Tensor> starts, string device, Func<IEnumerable<TorchSharp.Modules.Parameter>, optim.Optimizer> make)
        {
            _parameters = [.. starts.Select(start => nn.Parameter(start.to(device).clone()))];
            _optimizer = make(_parameters);
        }

        public IEnumerable<Tensor> Values => _parameters.Select(each => each.detach().cpu());

        public void Step()
        {
            _optimizer.zero_grad();
            _parameters.Select(each => each.pow(4).sum()).Aggregate((sum, next) => sum + next).backward();
            _optimizer.step();
        }

        public void Dispose() => _optimizer.Dispose();
    }
}
