using Framework.Host.Commands;
using Framework.Host.Plugins;
using Framework.Host.Terminal;
using Framework.Host.Tests.Plugins;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class FailedPluginTests : IDisposable
{
    private const string Absent = "/nope: there is no such folder. Give --plugins a plugin's folder, or a folder of plugin folders.";
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run", "nowhere.yaml")]
    [InlineData("validate", "nowhere.yaml")]
    [InlineData("components")]
    [InlineData("describe", "resize")]
    [InlineData("phantom", "ich", "--out", "nowhere", "--cases", "1")]
    [InlineData("show")]
    public void Run_GivenFolderIsNotThere_StopsWithTheExitCodeOfPlugins(params string[] words) =>
        Assert.Equal(new CommandRun(ExitCode.PluginFailed, "", Absent + Environment.NewLine), Run([.. words, "--plugins", "/nope"]));

    [Fact]
    public void Run_GivenPluginsFail_TellsAllOfThem()
    {
        var broken = _folder.Write("Broken/Broken.dll", "broken");

        var run = Run("components", "--plugins", _folder.Path, "--plugins", "/nope");

        Assert.Equal(
            new CommandRun(ExitCode.PluginFailed, "", $"{broken}: the file is not a .NET assembly. Put the plugin's built assembly there, or remove its folder.\n{Absent}{Environment.NewLine}"),
            run);
    }

    [Fact]
    public void Run_CommandThatShowsFailures_GoesOn()
    {
        var run = Run("plugins", "--plugins", "/nope");

        Assert.Equal((ExitCode.PluginFailed, Absent + Environment.NewLine), (run.Code, run.Error));
        Assert.StartsWith("PLUGIN", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_PluginBesideTheHostFailed_IsOneWarning()
    {
        var broken = _folder.Write("plugins/Broken/Broken.dll", "broken");
        using var human = new StringWriter();

        HostPlugins.Judge(PluginSet.Load(new Framework.Components.SharedComponents(), _folder.Path, []), new HostTerminal(TextWriter.Null, human));

        Assert.Equal(
            $"warning: plugin 'Broken' is left out. {broken}: the file is not a .NET assembly. Put the plugin's built assembly there, or remove its folder.{Environment.NewLine}",
            human.ToString());
    }

    private static CommandRun Run(params string[] words) => CommandRun.With(
        [new RunCommand(), new ValidateCommand(), new ComponentsCommand(), new DescribeCommand(), new PluginsCommand(), new PhantomCommand(), new ShowCommand()], words);
}
