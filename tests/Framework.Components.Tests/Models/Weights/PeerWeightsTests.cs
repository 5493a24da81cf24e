using System.Globalization;
using Framework.Components.Models.Weights;
using Framework.Components.Training.Checkpoints;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Weights;

/// <summary>Files made by the PyTorch of this machine, and a file of ours read by it.</summary>
public sealed class PeerWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonFact("torch")]
    public void Open_FilesMadeNow_HoldWhatTheCommittedOnesHold()
    {
        PythonRun.File(WeightsFiles.Made("make_files.py"), _folder.Path, "peers");

        foreach (var name in new[] { "zip.pth", "legacy.pth" })
        {
            using var now = WeightsFile.Open(Path.Combine(_folder.Path, name));
            using var committed = WeightsFile.Open(WeightsFiles.Made(name));
            Assert.Equal(committed.Tensors.Keys, now.Tensors.Keys);
            foreach (var (tensor, stored) in committed.Tensors)
                Assert.Equal(WeightsFiles.Values(stored), WeightsFiles.Values(now.Tensors[tensor]));
        }
    }

    [PythonTheory("torch")]
    [InlineData("module_legacy.pth", "it is a pickled whole module: it names 'torch.nn.modules.container.Sequential'")]
    [InlineData("script.pth", "it is a TorchScript archive, which holds a program.")]
    public void Open_ProgramsMadeNow_AreRefused(string name, string fact)
    {
        PythonRun.File(WeightsFiles.Made("make_files.py"), _folder.Path, "peers");
        var file = Path.Combine(_folder.Path, name);

        Assert.StartsWith($"{file}: {fact}", Assert.Throws<DataFormatException>(() => WeightsFile.Open(file)).Message, StringComparison.Ordinal);
    }

    // 15 lines of numpy stand for every other tool: a length, JSON, bare numbers.
    [PythonFact("torch", "numpy")]
    public void Write_Checkpoint_IsReadByPython()
    {
        using var scope = NewDisposeScope();
        using (var stream = File.Create(Path.Combine(_folder.Path, "checkpoint.safetensors")))
            SafeTensors.Write(
                stream,
                [
                    ("model.weight", arange(6, dtype: ScalarType.Float32).reshape(2, 3).t()), ("model.half", (arange(3) / 2).to(ScalarType.Float16)),
                    ("model.steps", tensor(7L)), ("best.weight", tensor(new[] { 0.1, -2 })), ("flags", tensor(new[] { true, false })),
                ],
                new Dictionary<string, string> { ["epoch"] = "3" });

        var printed = PythonRun.File(WeightsFiles.Made("read_checkpoint.py"), Path.Combine(_folder.Path, "checkpoint.safetensors"));

        Assert.Equal(
            [
                "best.weight torch.float64 [0.1, -2.0]", "epoch 3", "flags torch.bool [True, False]", "model.half torch.float16 [0.0, 0.5, 1.0]",
                "model.steps torch.int64 7", "model.weight torch.float32 [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]",
            ],
            printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    // A large file of torch.save: its name and sizes are those of a real network, and every sum is PyTorch's own.
    [PythonFact("torch", "torchvision")]
    public void Open_WholeNetworkOfTorchvision_GivesItsSums()
    {
        var sums = PythonRun.File(WeightsFiles.Made("save_network.py"), _folder.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '));

        using var file = WeightsFile.Open(Path.Combine(_folder.Path, "resnet18.pth"));

        foreach (var sum in sums)
        {
            var values = WeightsFiles.Values(file.Tensors[sum[0]]);
            Assert.Equal(double.Parse(sum[1], CultureInfo.InvariantCulture), values.Select((value, i) => value * (i % 7)).Sum(), 1e-6);
        }

        Assert.Equal(122, file.Tensors.Count);
    }
}
