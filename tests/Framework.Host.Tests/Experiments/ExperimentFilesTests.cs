using Framework.Components;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Host.Tests.Experiments;

/// <summary>The experiments that come with the project, against the plugins as they were built.</summary>
public sealed class ExperimentFilesTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "experiments");

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Load_EveryExperiment_BindsAndMeansTheSameWhenResolved(string name)
    {
        using var resolved = new ResolvedFile();
        var loader = Loader();

        var first = loader.Load(Path.Combine(Folder, name), []).OrThrow();
        var second = loader.Load(resolved.Write(first.Document.ToYaml()), []).OrThrow();

        Assert.Equal(first.Document.ToJson(), second.Document.ToJson());
        Assert.Equal(first.Hash, second.Hash);
    }

    // One labelled slice of the archive is cut short; of the slices to be predicted none may be missing.
    [Theory]
    [InlineData("paper.yaml")]
    [InlineData("resnet34.yaml")]
    [InlineData("resnet34-pos-weight.yaml")]
    [InlineData("sequence.yaml")]
    public void Load_ExperimentOnTheRealSlices_LeavesOutLabelledOnesThatCannotBeRead(string name)
    {
        var experiment = Loader().Load(Path.Combine(Folder, "ich", name), []).OrThrow();

        Assert.All(experiment.AllVariants().SelectMany(variant => variant.Stages.Select(stage => stage.Data ?? variant.Data)), data => Assert.Equal(ErrorPolicy.Quarantine, data.OnError));
        Assert.All(experiment.Predict, section => Assert.Equal(ErrorPolicy.Fail, section.Data.OnError));
    }

    private static ExperimentLoader Loader()
    {
        var plugins = PluginSet.Load(new SharedComponents(), Path.GetDirectoryName(HostProcess.Executable)!, []);
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).BuildServiceProvider();
        return new ExperimentLoader(plugins, services) { Environment = new Dictionary<string, string> { ["RSNA_ROOT"] = "/data/rsna", ["CMB_ROOT"] = "/data/cmb" } };
    }

    private sealed class ResolvedFile : IDisposable
    {
        private readonly string _path = Path.GetTempFileName();

        public string Write(string text)
        {
            File.WriteAllText(_path, text);
            return _path;
        }

        public void Dispose() => File.Delete(_path);
    }
}
