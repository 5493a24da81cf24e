using System.Text.Json;
using Framework.Components.Data;
using Framework.Components.Models;
using Framework.Components.Training.Checkpoints;
using Framework.Host.Commands;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class WeightsCommandTests
{
    private static readonly string File =
        Path.Combine(SharedData.RepositoryRoot, "tests", "Framework.Components.Tests", "Models", "Weights", "Files", "zip.pth");

    [Fact]
    public void Weights_OfAFile_ListsTensorsWrappingsAndTotals()
    {
        var run = Run(File);

        var lines = run.Output.Split('\n');
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal("float       Float32   (2, 3)", lines[0]);
        Assert.Contains("bfloat      BFloat16  (5)", lines);
        Assert.Contains("scalar      Float32   ()", lines);
        Assert.Contains("format: PyTorch, zip archive", lines);
        Assert.Contains("note: every name began with 'module.'", lines);
        Assert.Contains("total: 17 tensors, 68 values, 5,044 bytes", lines);
        Assert.Contains($"sha256: {FileHash.Of(File)}", lines);
    }

    [Fact]
    public void Weights_Json_HoldsTheSame()
    {
        var json = JsonDocument.Parse(Run(File, "--json").Output).RootElement;

        Assert.Equal(17, json.GetProperty("tensors").GetArrayLength());
        Assert.Equal([3, 2], json.GetProperty("tensors")[1].GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal(2, json.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public void Weights_ThatAModelDoesNotTake_SaysWhatDiffers()
    {
        var run = Run(File, "--model", "resnet", "--set", "depth=18", "--set", "width=4", "--input", "3,32,32", "--labels", "2");

        Assert.Equal(ExitCode.WrongData, run.Code);
        Assert.StartsWith($"{File}: these weights do not fit resnet18: 0 of the network's 102 tensors match; ", run.Error, StringComparison.Ordinal);
    }

    // The line of the log is the one that stands in a run's: both come from the container's logger.
    [Fact]
    public void Weights_ThatAModelTakes_SaysWhatMatched()
    {
        var file = Path.Combine(Path.GetTempPath(), $"framework-weights-{Environment.ProcessId}.safetensors");
        try
        {
            using (var model = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 }).Create(new ModelContext { InputShape = [3, 32, 32], Labels = ["any"] }))
            using (var stream = System.IO.File.Create(file))
                SafeTensors.Write(stream, [.. model.Module.state_dict().Select(item => (item.Key, item.Value))], new Dictionary<string, string>());

            var run = Run(file, "--model", "resnet", "--set", "depth=18", "--set", "width=4", "--set", "head=new", "--input", "3,32,32", "--labels", "2");

            Assert.Equal(
                $"ResNetFactory: {file}: 120 of the network's 122 tensors match\nResNetFactory: {file}: 2 afresh, as 'head: new' says: fc.weight, fc.bias\n'resnet' takes these weights\n",
                run.Error);
            Assert.Equal(ExitCode.Done, run.Code);
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    [Fact]
    public void Weights_AWrongShape_SaysWhatToGive() => Assert.Equal(
        "--input: '3,x' is no shape. Give channels and size, such as 3,224,224 or 1,96,96,96.\n", Run(File, "--model", "resnet", "--input", "3,x").Error);

    [Fact]
    public void Hashes_OfOptionsAtAnyDepth_AreThoseOfTheFilesThatAreThere() => Assert.Equal(
        [FileHash.Of(File), FileHash.Of(File)],
        PretrainedFiles.Hashes([
            """{"model":{"use":"mil","of":[{"use":"resnet","pretrained":"FILE"}],"pretrained":"imagenet","pretrained_backbone":"FILE"}}"""
                .Replace("FILE", File, StringComparison.Ordinal),
        ]));

    private static CommandRun Run(params string[] words) => CommandRun.With([new WeightsCommand()], ["weights", .. words]);
}
