using Framework.Host.Plugins;
using Framework.Sdk;
using static Framework.Host.Tests.Plugins.Situations;

namespace Framework.Host.Tests.Plugins;

public sealed class PluginSearchTests
{
    [Fact]
    public void Of_AComponent_SaysWhichPluginAndVersionItIsOf()
    {
        var (code, lines) = Search("good.keep", Folder("Good"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal([$"the transform 'good.keep' comes from Good 1.2.3, {Assembly("Good")}"], lines);
    }

    [Fact]
    public void Of_APlugin_SaysWhatItOffers()
    {
        var (code, lines) = Search("good", Folder("Good"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal([$"plugin 'Good' 1.2.3 from {Assembly("Good")} offers good.keep (transform), good.count (metric)"], lines);
    }

    [Fact]
    public void Of_APluginThatFailed_SaysWhy()
    {
        var (code, lines) = Search("NextMajorSdk", Folder("NextMajorSdk"));

        Assert.Equal(ExitCode.PluginFailed, code);
        Assert.StartsWith($"plugin 'NextMajorSdk' was found and could not be loaded. {Assembly("NextMajorSdk")}: it was built against Framework.Sdk 99.1.0", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AComponentOfAPluginThatFailed_SaysWhy()
    {
        var (code, lines) = Search("throws-in-register.clip", Folder("ThrowsInRegister"));

        Assert.Equal(ExitCode.PluginFailed, code);
        Assert.StartsWith("'throws-in-register.clip' is missing because plugin 'ThrowsInRegister' could not be loaded.", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AComponentThatItsPluginDoesNotRegister_SaysWhatItOffersAndWhichClassWasForgotten()
    {
        var (code, lines) = Search("forgetful.clip", Folder("Good"), Folder("Forgetful"));

        Assert.Equal(ExitCode.WrongExperiment, code);
        Assert.Equal(
            [
                "plugin 'Forgetful' is loaded and offers no 'forgetful.clip'. Did you mean 'forgetful.flip'?",
                $"plugin 'Forgetful' 0.0.0 from {Assembly("Forgetful")} offers forgetful.flip (transform)",
                "its class 'ClipTransform' implements ITransform and is registered under no name. If it is a component, add it in Register.",
            ],
            lines);
    }

    [Fact]
    public void Of_NothingLikeIt_SaysWhereWasLooked()
    {
        var (code, lines) = Search("god.keep", Folder("Good"));

        Assert.Equal(ExitCode.WrongExperiment, code);
        Assert.Equal("no component and no plugin is called 'god.keep'. Did you mean 'good.keep'?", lines[0]);
        Assert.Equal(
            $"looked in {Path.Combine(AppContext.BaseDirectory, "plugins")} and {Folder("Good")}: Good. A plugin elsewhere is named by --plugins DIR, where DIR holds Name/Name.dll.", lines[^1]);
    }

    [Fact]
    public void Of_AProjectThatWasNotBuilt_SaysSo()
    {
        using var folder = new PluginFolder();
        var project = folder.Write("Framework.Plugins.KneeMri/Framework.Plugins.KneeMri.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");

        var (_, lines) = new PluginSearch(Load(), [], folder.Path).Of("knee-mri.table");

        Assert.Equal(
            $"{Path.GetDirectoryName(project)} is a plugin's project, and its assembly is not beside the host. Add it to host/Framework.slnf and build again; `framework new plugin` does the first.",
            lines[1]);
    }

    private static (ExitCode Code, IReadOnlyList<string> Lines) Search(string name, params string[] folders) =>
        new PluginSearch(Load(folders), folders, null).Of(name);
}
