using Framework.Host.Commands;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

/// <summary>Options that ask for different things are refused; none of them is preferred without a word.</summary>
public sealed class ExclusiveOptionsTests
{
    private const string HangsHere = "--hang-after ends workers that make no progress, and this command trains in its own process. Add --parallel 1, which leaves that to a worker, or leave --hang-after out.";
    private const string HangsInRanks = "--hang-after ends workers that make no progress, and ranks are none. Leave it out: ranks end by themselves when one of them is lost or falls silent.";
    private const string HangsThere = "--hang-after is about workers of this machine, and nobody here watches a cluster's jobs: what ends one that hangs is its time limit. Leave --hang-after out, and say 'resources: { time: 12 h }' in the experiment.";

    [Theory]
    [InlineData("components --json --markdown pages", "--markdown and --json exclude each other: one writes pages into a folder, the other JSON to standard output. Give one of them.")]
    [InlineData("runs --watch --json", "--watch and --json exclude each other: one shows lines as things change, the other what there is now, as one document. Give one of them.")]
    [InlineData("batch a.yaml --status --dry-run", "--status and --dry-run exclude each other: one shows what is done already, the other what would be done. Give one of them.")]
    [InlineData("plugins resize --json", "--json lists plugins, and NAME asks about one component in words. Leave one of them out; `framework describe NAME --json` has a component's options.")]
    [InlineData("weights a.safetensors --set depth=50", "--set does nothing without --model. Add --model NAME, or leave --set out.")]
    [InlineData("weights a.safetensors --labels 5", "--labels does nothing without --model. Add --model NAME, or leave --labels out.")]
    [InlineData("new plugin Knee --packages feed", "--packages is for a repository of its own. Say with --out where it is to be.")]
    [InlineData("run a.yaml --hang-after 20m", HangsHere)]
    [InlineData("run a.yaml --ranks 2 --hang-after 20m", HangsInRanks)]
    [InlineData("run a.yaml --engine slurm --hang-after 20m", HangsThere)]
    public void Run_OptionsThatExcludeEachOther_AreRefused(string words, string message)
    {
        var run = CommandRun.With([new ComponentsCommand(), new RunsCommand(), new BatchCommand(), new RunCommand(), new PluginsCommand(), new WeightsCommand(), new NewCommand()], words.Split(' '));

        Assert.Equal((ExitCode.WrongExperiment, "", message + Environment.NewLine), (run.Code, run.Output, run.Error));
        Assert.False(Directory.Exists("pages"));
    }

    [Fact]
    public void Run_MoreAndLessThanUsual_IsRefused() => Assert.StartsWith(
        "--verbose and --quiet exclude each other: one shows more than usual, the other less. Give one of them.", CommandRun.Of("components", "--quiet", "--verbose").Error, StringComparison.Ordinal);
}
