using System.Diagnostics;
using System.Text.Json;
using Framework.Tests.Shared;
using Framework.Torch.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch.Tests.Distributed;

public sealed class DistributedDataParallelTests
{
    // Both sides fill weights and data by the same formula.
    private const string Program = """
        import json, sys, torch, torch.distributed as dist, torch.multiprocessing as processes

        def wave(rate, *shape):
            count = 1
            for size in shape:
                count *= size
            return torch.sin(torch.arange(count, dtype=torch.float64) * rate).float().reshape(shape)

        def run(rank, file, results):
            torch.set_num_threads(1)
            dist.init_process_group("gloo", init_method="file://" + file, rank=rank, world_size=2)
            network = torch.nn.Sequential(torch.nn.Linear(8, 16), torch.nn.Tanh(), torch.nn.Linear(16, 3))
            with torch.no_grad():
                for i, parameter in enumerate(network.parameters()):
                    parameter.copy_(0.4 * wave(0.7 + i, *parameter.shape))
            network = torch.nn.parallel.DistributedDataParallel(network)
            optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
            image, target = wave(1.3, 6, 8)[3 * rank:3 * rank + 3], wave(2.1, 6, 3)[3 * rank:3 * rank + 3]
            for _ in range(5):
                optimizer.zero_grad()
                torch.nn.functional.mse_loss(network(image), target).backward()
                optimizer.step()
            if rank == 0:
                results.put([value for parameter in network.parameters() for value in parameter.detach().flatten().tolist()])

        if __name__ == "__main__":
            context = processes.get_context("fork")
            results = context.Queue()
            ranks = [context.Process(target=run, args=(rank, sys.argv[1], results)) for rank in range(2)]
            for rank in ranks:
                rank.start()
            print(json.dumps(results.get()))
            for rank in ranks:
                rank.join()
        """;

    [PythonFact("torch")]
    public void Backward_FiveStepsOfTwoRanks_EndsWherePyTorchsDistributedDataParallelDoes()
    {
        var expected = PyTorchs();

        var ours = Ranks.Run(2, group =>
        {
            using var scope = NewDisposeScope();
            Tensor[] parameters = [Parameter(0, 16, 8), Parameter(1, 16), Parameter(2, 3, 16), Parameter(3, 3)];
            Tensor[] momenta = Array.ConvertAll(parameters, parameter => zeros_like(parameter));
            using var reducer = new GradientReducer(group, parameters);
            var (image, target) = (Wave(1.3, 6, 8).narrow(0, 3 * group.Rank, 3), Wave(2.1, 6, 3).narrow(0, 3 * group.Rank, 3));
            for (var step = 0; step < 5; step++)
            {
                foreach (var parameter in parameters)
                    parameter.grad = null;
                var output = nn.functional.linear(nn.functional.linear(image, parameters[0], parameters[1]).tanh(), parameters[2], parameters[3]);
                reducer.Backward((output - target).square().sum() / 18);
                using var noGradient = no_grad();
                for (var i = 0; i < parameters.Length; i++)
                {
                    momenta[i].mul_(0.9).add_(parameters[i].grad!);
                    parameters[i].sub_(momenta[i] * 0.1);
                }
            }

            return parameters.SelectMany(parameter => parameter.detach().data<float>().ToArray()).ToArray();
        });

        Assert.All(ours, rank => Assert.All(expected.Zip(rank), pair => Assert.Equal(pair.First, pair.Second, 1e-6)));
        Assert.Equal(expected.Length, ours[0].Length);
    }

    private static Tensor Wave(double rate, params long[] shape) =>
        (arange(shape.Aggregate(1L, (count, size) => count * size), dtype: ScalarType.Float64) * rate).sin().to(ScalarType.Float32).reshape(shape);

    private static Tensor Parameter(int number, params long[] shape) => (Wave(0.7 + number, shape) * 0.4).requires_grad_();

    private static double[] PyTorchs()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var script = file + ".py";
        File.WriteAllText(script, Program);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, [script, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
            return JsonSerializer.Deserialize<double[]>(output)!;
        }
        finally
        {
            File.Delete(script);
            File.Delete(file);
        }
    }
}
