using System.Text.RegularExpressions;
using Framework.Components;
using Framework.Components.Models;
using Framework.Components.Models.MaskRcnn;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;
using Framework.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Host.Tests.Experiments;

/// <summary>The options of the shared models as experiments write them, and the document that lists them.</summary>
public sealed partial class ModelOptionsTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "experimenting.md"));

    // Every key with a value that is not its default: what was bound reads as what was written.
    public static TheoryData<Type, string> Written => new()
    {
        {
            typeof(MaskRcnnOptions),
            "{ depth: 18, width: 16, anchor_sizes: [[4, 6.5], [8, 12], [16, 24], [32, 48], [64, 96]], aspect_ratios: [0.8, 1.25], min_size: 512, max_size: 1024, "
            + "image_mean: [0.25], image_std: [0.5], proposals: { before_nms: 1, before_nms_in_training: 2, after_nms: 3, after_nms_in_training: 4, nms_threshold: 0.6, "
            + "score_threshold: 0.1, foreground: 0.65, background: 0.2, batch_size_per_image: 5, positive_fraction: 0.4 }, boxes: { score_threshold: 0.2, nms_threshold: 0.3, "
            + "detections_per_image: 6, foreground: 0.55, background: 0.45, batch_size_per_image: 7, positive_fraction: 0.35, hard_negatives: 0.5 }, normalisation: frozen, trainable_layers: 0, "
            + "pretrained: coco, pretrained_backbone: imagenet, head: new, first_convolution: average }"
        },
        { typeof(ResNetOptions), "{ depth: 18, width: 8, heads: { grade: 5, side: 2 }, pretrained: imagenet, head: new, first_convolution: repeat }" },
        { typeof(ResNeXtOptions), "{ depth: 101, width: 32, heads: { grade: 5 }, pretrained: imagenet, head: new, first_convolution: average }" },
        { typeof(DenseNetOptions), "{ depth: 201, growth: 8, heads: { grade: 5 }, pretrained: imagenet, head: new, first_convolution: average }" },
        { typeof(UNetOptions), "{ classes: 3, features: [8, 16, 24, 32, 48, 8], heads: { grade: 5 }, dropout: 0.2, pretrained: net.pth, head: new, first_convolution: average }" },
        { typeof(MeshNetOptions), "{ classes: 3, channels: 8, dilations: [1, 2, 1], pretrained: net.pth, head: new, first_convolution: average }" },
    };

    public static TheoryData<string, string> Wrong => new()
    {
        { "{ use: mask-rcnn, anchor_sizes: [8] }", "model.yaml:1:34: 'mask-rcnn' needs 'anchor_sizes[0]' to be a list of numbers; it is '8'." },
        { "{ use: mask-rcnn, anchor_sizes: 8 }", "model.yaml:1:33: 'mask-rcnn' needs 'anchor_sizes' to be a list of lists of numbers; it is '8'." },
        { "{ use: mask-rcnn, boxes: { nms: 0.5 } }", "model.yaml:1:28: 'mask-rcnn' has no option 'boxes.nms'. `framework describe mask-rcnn` lists them." },
        { "{ use: resnet, heads: { grade: 0 } }", "model.yaml:1:32: 'resnet' needs 'heads.grade' to be a whole number from 1 to 65536; it is '0'." },
        { "{ use: attention-mil, encoder: { use: resnet, depht: 18 } }", "model.yaml:1:47: 'resnet' has no option 'depht'. Did you mean 'depth'? `framework describe resnet` lists them." },
        { "{ use: sequence, encoder: resnett }", "model.yaml:1:27: no plugin offers the model 'resnett'. Did you mean 'resnet'? `framework components --interface model` lists them." },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Bind_EveryOption_IsReadAsItIsWritten(Type options, string text)
    {
        var (bound, problems) = Bind(text, options);

        Assert.Equal("", problems);
        var resolved = (ResolvedMap)Resolution.Of(bound, options, Origin.Default);
        Assert.Equal(text, ResolvedYaml.Inline(resolved with { Entries = [.. Keys(text).Select(key => new ResolvedEntry(key, resolved[key]))] }));
        Assert.Equal(OptionsShape.Of(options).Options.Select(option => option.Key).Order(), Keys(text).Order());
    }

    [Fact]
    public void Bind_AttentionMil_MakesItsEncoder()
    {
        var options = OptionsOf<AttentionMilOptions>("{ encoder: { use: densenet, depth: 169 }, pooling: max, attention_size: 32, dropout: 0.25, chunk: 8 }");

        Assert.IsType<DenseNetFactory>(options.Encoder);
        Assert.Equal(new AttentionMilOptions { Encoder = options.Encoder, Pooling = BagPooling.Max, AttentionSize = 32, Dropout = 0.25, Chunk = 8 }, options);
    }

    [Fact]
    public void Bind_Sequence_MakesItsEncoder()
    {
        var options = OptionsOf<SequenceOptions>("{ encoder: resnext, cell: gru, layers: 2, hidden: 64, dropout: 0.1, chunk: 4 }");

        Assert.IsType<ResNeXtFactory>(options.Encoder);
        Assert.Equal(new SequenceOptions { Encoder = options.Encoder, Cell = RecurrentCell.Gru, Layers = 2, Hidden = 64, Dropout = 0.1, Chunk = 4 }, options);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Bind_WrongOption_SaysWhereAndWhatIsRight(string text, string problem) => Assert.Equal(problem, Bind(text, typeof(Bound<IModelFactory>)).Problems);

    [Fact]
    public void Document_Models_ListsEveryModelWithItsOptions()
    {
        var section = Section().Match(Document).Value;

        foreach (var model in Catalogue().Of(typeof(IModelFactory)))
            foreach (var key in OptionsShape.Of(model.Options!).Options.Select(option => option.Key))
                Assert.True(Row(section, model.Name).Contains($"`{key}`", StringComparison.Ordinal) || IsWeights(key), $"docs/experimenting.md: '{model.Name}' has no '{key}' in the table of models");
    }

    [Fact]
    public void Document_Models_HasExamplesThatBind()
    {
        var lines = Example().Match(Section().Match(Document).Value).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal("", Bind(line["model: ".Length..], typeof(Bound<IModelFactory>)).Problems));
    }

    // These stand in the section on weights.
    private static bool IsWeights(string key) => key is "pretrained" or "head" or "first_convolution";

    private static string Row(string section, string model) => section.Split('\n').Single(line => line.StartsWith($"| `{model}` |", StringComparison.Ordinal));

    private static IEnumerable<string> Keys(string text) => ((MapNode)YamlReader.Read(text, "model.yaml", new ProblemList())!).Entries.Select(entry => entry.Key);

    private static T OptionsOf<T>(string text)
    {
        var (bound, problems) = Bind(text, typeof(T));
        Assert.Equal("", problems);
        return (T)bound!;
    }

    private static (object? Value, string Problems) Bind(string text, Type type)
    {
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var problems = new ProblemList();
        var bound = new Binder(new PluginSet(Catalogue(), []), new ComponentFactory(services), problems).Bind(YamlReader.Read(text, "model.yaml", problems)!, type, Place.Of("model"));
        return (bound?.Value, string.Join('\n', problems.Sorted()));
    }

    private static ComponentCatalogue Catalogue()
    {
        var catalogue = new ComponentCatalogue();
        catalogue.Register(new SharedComponents());
        return catalogue;
    }

    [GeneratedRegex("\n## Models\n.*?(?=\n## )", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
