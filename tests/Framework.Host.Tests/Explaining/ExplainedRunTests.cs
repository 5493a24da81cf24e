using System.Globalization;
using Framework.Components;
using Framework.Components.Data.Volumes;
using Framework.Components.Data.Volumes.Nifti;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Explaining;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Host.Tests.Runs;
using Framework.Sdk;
using Microsoft.Extensions.DependencyInjection;
using TorchSharp;

namespace Framework.Host.Tests.Explaining;

/// <summary>Volumes whose label is a bright corner, on a grid that is not the network's.</summary>
[Collection(nameof(OneAtATime))] // they set the threads of this process
public sealed class ExplainedRunTests : IDisposable
{
    private const string Yaml = """
        name: corner
        seed: 3
        data: { use: cohort, root: ., tables: [cohort.csv], subject: subject, images: { image: scan }, labels: { corner: corner } }
        split: { use: k-fold, folds: 2 }
        stages:
          classify:
            transforms: [ { use: resize, size: [32, 32, 32] } ]
            model: { use: resnet, depth: 18, width: 4 }
            trainer: { use: supervised, epochs: 6, batch_size: 4, select: last, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 0.01 } }
        metrics: [ auroc ]
        explain:
          - { use: occlusion, patch: [16, 16, 16], batch: 4, cases: { take: 2 }, sanity: { randomised: -1, folds: -1 } }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly RecordedScreen _screen = new();

    public ExplainedRunTests()
    {
        using var workspace = new SampleWorkspace();
        var rows = new List<string> { "subject,scan,corner" };
        for (var subject = 0; subject < 16; subject++)
        {
            // 2 x 1 x 1 mm, seen from elsewhere: the map has to come back here.
            var image = workspace.Allocate([1, 20, 32, 32], geometry: new Geometry([-1, 0, 0, 40, 0, 1, 0, -7, 0, 0, 2, 12, 0, 0, 0, 1]));
            var noise = new RandomStream(1).Derive(subject);
            for (var i = 0; i < image.Length; i++)
                image.Pixels[i] = (float)(0.1 * noise.Normal()) + (subject % 2 == 1 && IsCorner(i) ? 2 : 0);
            NiftiFile.Write(_folder.File($"s{subject}.nii.gz"), image);
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"p{subject},s{subject}.nii.gz,{subject % 2}"));
        }

        _folder.Write("cohort.csv", string.Join('\n', rows) + "\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Occlusion_LeavesMapsOnTheScansGridThatPointAtWhatMatters()
    {
        torch.set_num_threads(1);
        var run = Run();
        var entries = RunJson.TryRead(run.MapsFile, RunJson.Form.IReadOnlyListMapEntry)!;

        Assert.Equal(2, entries.Count);
        Assert.Equal([1, 2, 3, 4], _screen.Advances.Where(advance => advance.Total == 4 && advance.Detail.StartsWith("classify.", StringComparison.Ordinal)).Select(advance => advance.Done)); // each map, then each by the other fold
        foreach (var entry in entries)
        {
            using var workspace = new SampleWorkspace();
            var map = VolumeFile.Read(Path.Combine(run.Path, entry.File), entry.File, workspace);
            Assert.Equal([1, 20, 32, 32], map.Shape.ToArray());
            Assert.Equal([-1, 0, 0, 40, 0, 1, 0, -7, 0, 0, 2, 12, 0, 0, 0, 1], map.Geometry.Affine.ToArray().Select(value => Math.Round(value, 4)));
            var corner = map.Pixels.ToArray().Index().Where(each => IsCorner(each.Index)).Average(each => each.Item);
            var elsewhere = map.Pixels.ToArray().Index().Where(each => !IsCorner(each.Index)).Average(each => Math.Abs(each.Item));
            Assert.True(corner > 3 * elsewhere, $"{corner} in the corner, {elsewhere} elsewhere");
            Assert.InRange(entry.FoldsRank!.Value, -1, 1);
            Assert.InRange(entry.RandomisedRank!.Value, -1, 0.999);
        }

        var report = File.ReadAllText(run.ReportFile);
        Assert.Contains("<strong>other folds: passed</strong>", report, StringComparison.Ordinal);
        Assert.Contains("<p class=\"verdict bad\"><strong>shuffled weights: failed</strong>", report, StringComparison.Ordinal);
        Assert.Contains("alt=\"occlusion map of case ", report, StringComparison.Ordinal);
        Assert.Contains("No external set", report, StringComparison.Ordinal);
        Assert.Contains("No controls", report, StringComparison.Ordinal);
    }

    // The network of another fold may know nothing of what earlier stages said of the case: it is shown what the case's own network saw.
    [Fact]
    public void Run_StageThatReadsAnother_IsComparedWithOtherFoldsOnTheSameSample()
    {
        const string Stage = "transforms: [ { use: resize, size: [32, 32, 32] } ], model: { use: resnet, depth: 18, width: 4 }, trainer: { use: supervised, epochs: 1, batch_size: 4, select: last, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 0.01 } }";
        torch.set_num_threads(1);

        var run = Run($$"""
            name: corner
            seed: 3
            data: { use: cohort, root: ., tables: [cohort.csv], subject: subject, images: { image: scan }, labels: { corner: corner } }
            split: { use: k-fold, folds: 2 }
            stages: { first: { cross_fit: 2, {{Stage}} }, second: { reads: [first], fit_on: train, {{Stage}} } }
            metrics: [ auroc ]
            explain: [ { use: occlusion, stage: second, patch: [16, 32, 32], cases: { take: 2 }, sanity: { randomised: 1, folds: -1 } } ]
            """);

        var entries = RunJson.TryRead(run.MapsFile, RunJson.Form.IReadOnlyListMapEntry)!;
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.NotNull(entry.FoldsRank ?? entry.FoldsStructure));
    }

    [Fact]
    public void Run_TwoVariants_ExplainsEachByItsOwnNetworks()
    {
        torch.set_num_threads(1);
        var yaml = Yaml.Replace("epochs: 6", "epochs: 1", StringComparison.Ordinal).Replace("patch: [16, 16, 16]", "patch: [16, 32, 32]", StringComparison.Ordinal);

        var run = Run(yaml + "\nmatrix: { stages.classify.model.width: [4, 6] }\n");
        var entries = RunJson.TryRead(run.MapsFile, RunJson.Form.IReadOnlyListMapEntry)!;

        Assert.Equal(["width-4", "width-4", "width-6", "width-6"], entries.Select(entry => entry.Variant));
        Assert.All(entries, entry => Assert.EndsWith("@" + entry.Variant, entry.Unit, StringComparison.Ordinal));
        Assert.Equal(4, entries.Select(entry => entry.File).Distinct().Count(file => File.Exists(Path.Combine(run.Path, file))));
        var report = File.ReadAllText(run.ReportFile);
        Assert.Contains("occlusion, classify, width-4", report, StringComparison.Ordinal);
        Assert.Contains("occlusion, classify, width-6", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("patch: [16, 16, 16]", "patch: [16, 16]", "'occlusion' needs 'patch' to be (z, y, x) in voxels for such images, each at least 1; it is [16, 16].")]
    [InlineData("use: occlusion,", "use: occlusion, label: corners,", "'explain' asks 'occlusion' for the label 'corners', which the data do not have. Use one of 'corner'.")]
    [InlineData("cases: { take: 2 }", "cases: { part: validate }", "'explain' asks for cases of the part 'validate', and the split leaves none there. Leave 'part' out, or name the other part.")]
    [InlineData("use: occlusion, patch: [16, 16, 16], batch: 4,", "use: grad-cam, layer: layer9,", "'grad-cam' knows no layer 'layer9' of this network. It has 'conv1', ")]
    public void Check_EntryThatCannotWork_IsFoundWithoutTraining(string sound, string wrong, string message)
    {
        var failure = Assert.Single(Check(Yaml.Replace(sound, wrong, StringComparison.Ordinal)));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongExperiment, failure.ExitCode);
    }

    [Fact]
    public void Check_SoundEntries_HasNothingToSay() => Assert.Empty(Check(Yaml));

    private IReadOnlyList<FrameworkException> Check(string yaml) =>
        new Preflight(Catalogue(), new RunStore(_folder.File("runs"), new ManualTime()), new RecordedScreen(), "cpu").Check(Loaded(yaml).OrThrow(), CancellationToken.None).Failures;

    [Theory]
    [InlineData("explain.0.stage=clasify", "'explain' names the stage 'clasify', which 'stages' does not have. Did you mean 'classify'?")]
    public void Load_WrongStage_IsExplained(string set, string message) =>
        Assert.Contains(Loaded(Yaml.Replace("{ use: occlusion,", $"{{ use: occlusion, stage: {set.Split('=')[1]},", StringComparison.Ordinal)).Problems, problem => problem.ToString().EndsWith(message, StringComparison.Ordinal));

    private static bool IsCorner(int voxel) => voxel % 32 < 12 && voxel / 32 % 32 < 12 && voxel / 1024 < 8;

    private static ComponentCatalogue Catalogue()
    {
        var catalogue = new ComponentCatalogue();
        catalogue.Register(new SharedComponents());
        return catalogue;
    }

    private RunFolder Run(string yaml = Yaml)
    {
        var time = new ManualTime();
        var settings = new RunSettings { Device = torch.CPU, LoaderThreads = 1, CommandLine = "./framework run corner.yaml" };
        return new RunExecution(Catalogue(), new RunStore(_folder.File("runs"), time), _screen, time).Run(Loaded(yaml).OrThrow(), settings, CancellationToken.None);
    }

    private ExperimentLoadResult Loaded(string yaml)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).BuildServiceProvider();
        return new ExperimentLoader(new PluginSet(Catalogue(), []), services).Load(_folder.Write("corner.yaml", yaml.Replace("root: .", $"root: {_folder.Path}", StringComparison.Ordinal)), []);
    }
}
