using System.Text.Json;
using System.Text.RegularExpressions;

namespace Framework.Host.Tests.Processes;

/// <summary>One pass of <c>validate</c> over an experiment with every kind of mistake names each with its line and what would be right, and says nothing that is only a consequence.</summary>
public sealed partial class FaultyStudyTests
{
    // Line of the file, and all that is said; '*' stands for pseudonyms and for figures of the machine.
    private static readonly (int Line, string Message)[] Named =
    [
        (1, "'name' names a folder: letters, digits, '-' and '_'; it is 'thirty faults'."),
        (2, "the experiment needs 'seed' to be a whole number of at least 0; it is 'many'."),
        (3, "the experiment has no key 'cash'. It takes 'name', *"),
        (4, "the experiment needs 'resources.cpus' to be a whole number from 1 to 1024; it is '0'."),
        (6, "the audit found 3 leaks between parts of the data, so that scores would be too good; `framework audit faults.yaml` lists the cases. Mend the data, or set audit.leaks: warn to go on all the same."),
        (7, "4 problems in the data of 'cohort'. * says which file is which. Mend them, or set data.on_error: quarantine to leave such cases out."),
        (16, "the experiment needs 'repeats' to be a whole number from 1 to 1000; it is '0'."),
        (20, "'meshnet' takes volumes (channel, z, y, x); the transforms leave images, (1, 32, 32). Use 'unet' for images."),
        (25, "'select' goes by the label 'disk', for which 'auroc' has no figure. It has one for disc, all labels together."),
        (28, "weights/none.safetensors: no such file. Give the path of a safetensors or PyTorch file."),
        (32, "cohort/cohort.csv: it is neither a safetensors file nor one of PyTorch's: neither begins like this. Give a .safetensors or .pth file."),
        (36, "wide.safetensors: these weights do not fit resnet18: 0 of the network's 102 tensors match; 101 missing in the file: *; 1 of another shape: conv1.weight: (8, 3, 7, 7) in the file, (4, 1, 7, 7) in the network. Give the weights of the same architecture, depth and width."),
        (41, "a task of 'multi-task' names the head 'grade', and the model has none of that name. It has logits."),
        (43, "sizes: the transforms leave images of different shapes: train 1 x 12 x 12, validate 1 x 32 x 32, test 1 x 32 x 32. Add a 'resize' that applies to all of them."),
        (47, "case '*': 'normalise' failed on an image of shape 1 x 32 x 32: normalise has figures for 3 channels; the image has 1. Give one for each channel."),
        (51, "case '*': 'select-image' failed on an image of shape 1 x 1 x 32 x 32: the case has no image 'coronal'; it has 'image'. Name one of these, or add it under 'images' of the data."),
        (57, "'freeze' names 'layr1.*', and no parameter of the model is called so. Near to it are 'layer1.0.bn1.bias', *"),
        (60, "'supervised' needs a 'model' in its stage, and there is none. Add one, such as { use: resnet, depth: 18 }."),
        (65, "joined: 'ensemble' joins folds and repeats, and there is one of each. Add 'repeats: 3' or a split of several folds, or leave it out."),
        (69, "large: loading takes * Lower 'batch_size', or let the transforms leave smaller images."),
        (71, "'slice' needs 'index' to be a whole number; it is 'first'."),
        (72, "'resnet' needs 'depth' to be 18, 34, 50, 101 or 152; it is '19'."),
        (73, "'supervised' needs 'precision' to be 'full', 'mixed' or 'bf16'; it is 'half'."),
        (73, "'adam' needs 'learning_rate' to be a number from 1.0E-12 to 100; it is '-1'."),
        (75, "'resize' needs 'size', a list of 2 to 3 whole numbers. Add it."),
        (76, "'resnet' has no option 'widht'. Did you mean 'width'? `framework describe resnet` lists them."),
        (77, "no plugin offers the trainer 'supervized'. Did you mean 'supervised'? `framework components --interface trainer` lists them."),
        (78, "the stage 'reader' reads 'shpae', and there is no such stage. Did you mean 'shape'?"),
        (79, "the stage 'circle' comes back to itself: circle -> ring -> circle. A stage reads earlier ones only; take one of these names away."),
        (81, "'levels' joins cases by study, and the case '*' belongs to none. Join by subject, or use a data source that knows the study of each case."),
        (84, "'auroc' stands twice in 'metrics'. Results are told apart by that name; keep one of them."),
        (85, "no plugin offers the metric 'aurok'. Did you mean 'auroc'? `framework components --interface metric` lists them."),
        (86, "'within-one' is for groups of labels whose classes are grades, and there is none. Take it out of 'metrics', or use a data source with ordered groups."),
        (87, "'weighted-log-loss' has a weight for 'disk', and there is no such label. There are disc."),
        (88, "'metrics' names the stage 'shap', which 'stages' does not have. Did you mean 'shape'?"),
        (89, "no plugin offers the control 'astrology'. `framework components --interface control` lists them."),
        (89, "'subset' needs 500 cases of 'positive' in the part 'train'; there are *. Take a smaller size."),
        (90, "readers.csv: there is no such table. Check the root and the table's name."),
        (91, "'explain' asks 'occlusion' for the label 'dics', which the data do not have. Use one of 'disc'."),
        (93, "'predict' cannot be called 'test': that is a part of the run's own cases. Choose another name."),
        (93, "the environment variable 'SECRET_PLACE' is not set. Set it, write ${SECRET_PLACE:-default}, or override the key with --set."),
        (94, "nowhere: the folder is not there. Set data.root to the folder that holds 'new.csv'."),
        (95, "'published' names the metric 'f1', which 'metrics' does not have. There is 'auroc', 'aurok', 'within-one', 'weighted-log-loss' and 'brier'."),
        (96, "'headline' names the metric 'f2', which 'metrics' does not have. There is 'auroc', 'aurok', 'within-one', 'weighted-log-loss' and 'brier'."),
    ];

    // What is no line of the experiment has a place of its own.
    private static readonly string[] Elsewhere =
    [
        "--device: 'cuda:9' was asked for, but *",
        "cohort.csv:6: 'disc' holds something else than the label 'disc' takes: a number. Correct it, or add the word to 'values' or 'missing'.",
        "cohort.csv:9: 'image' names a file or folder that is not there. Copy it below the data's root, or correct the path.",
        "cohort.csv:13: the case stands in cohort.csv:12 already. Remove one of the two rows.",
        "f-*.nii.gz: the voxels end after * of 4,096 bytes. Re-export the file, or set data.on_error: quarantine to leave such cases out.",
    ];

    [Fact]
    public async Task Validate_MistakesOfEveryKind_NamesAllInOnePassWithLineAndRemedy()
    {
        using var study = new FaultyStudy();

        var text = await HostProcess.Run(study.Path, "validate", "faults.yaml", "--device", "cuda:9");
        var json = await HostProcess.Run(study.Path, "validate", "faults.yaml", "--device", "cuda:9", "--json");

        var lines = text.Error.Split('\n');
        Assert.True(Named.Length >= 40, $"{Named.Length} mistakes");
        Assert.All(Named, one => Assert.Contains(lines, line => Fits(line, $"faults.yaml:{one.Line}:*: {one.Message}")));
        Assert.All(Elsewhere, message => Assert.Contains(lines, line => Fits(line, message)));
        Assert.Contains($"faults.yaml: {Named.Length + Elsewhere.Length} problems", lines);
        Assert.Equal((2, 2), (text.Code, json.Code));
        using var validations = JsonDocument.Parse(json.Output);
        var problems = validations.RootElement[0].GetProperty("problems").EnumerateArray().Select(Words).ToList();
        Assert.Equal(lines.Where(line => Placed().IsMatch(line)).Select(SameMemory), problems.Take(Named.Length).Select(SameMemory));
        Assert.Equal(Elsewhere.Length, problems.Count - Named.Length);
        Assert.All(problems.Skip(Named.Length), problem => Assert.Contains(problem, lines));
    }

    private static string Words(JsonElement problem) => problem.GetProperty("file").GetString() is { } file
        ? $"{file}:{problem.GetProperty("line").GetInt32()}:{problem.GetProperty("column").GetInt32()}: {problem.GetProperty("message").GetString()}"
        : problem.GetProperty("message").GetString()!;

    private static bool Fits(string line, string pattern) => Regex.IsMatch(line, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");

    // What is free at this moment.
    private static string SameMemory(string line) => Memory().Replace(line, "");

    [GeneratedRegex("[0-9,]+ MB of memory")]
    private static partial Regex Memory();

    [GeneratedRegex(@"^faults\.yaml:\d+:\d+: ")]
    private static partial Regex Placed();
}
