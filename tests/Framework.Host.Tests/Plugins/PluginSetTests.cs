using System.Runtime.Loader;
using Framework.Sdk;
using static Framework.Host.Tests.Plugins.Situations;

namespace Framework.Host.Tests.Plugins;

public sealed class PluginSetTests
{
    private static readonly string SdkVersion = typeof(IPlugin).Assembly.GetName().Version!.ToString(3);

    [Fact]
    public void Load_Good_OffersItsComponents()
    {
        var set = Load(Folder("Good"));

        var good = Assert.Single(set.Plugins());
        Assert.True(good.Loaded);
        Assert.Equal(("Good", Assembly("Good")), (good.Name, good.Path));
        Assert.Equal(new Version(1, 2, 3, 0), good.Version);
        Assert.Equal(typeof(IPlugin).Assembly.GetName().Version, good.SdkVersion);
        Assert.Equal(["good.keep", "good.count"], good.Components.Select(component => component.Name));
        Assert.True(set.Catalogue.TryFind(typeof(ITransform), "good.keep", out var keep));
        Assert.Equal(("KeepTransform", "KeepOptions", "Good"), (keep.Implementation.Name, keep.Options!.Name, keep.Plugin));
        Assert.True(keep.Implementation.IsAssignableTo(typeof(ITransform)));
        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(keep.Implementation.Assembly));
    }

    [Fact]
    public void Load_ThrowsInRegister_SaysWhatItSaidAndOffersNothing()
    {
        var set = Load(Folder("ThrowsInRegister"));

        Assert.Equal(
            $"{Assembly("ThrowsInRegister")}: it failed while it registered its components: the licence server is away. "
            + "Register only names components; let it read nothing and start nothing.",
            Assert.Single(set.Plugins()).Problem);
        Assert.IsType<InvalidOperationException>(set.Plugins()[0].Cause);
        Assert.Empty(set.Catalogue.All);
    }

    [Fact]
    public void Load_OwnSdkCopy_SaysWhichToRemove() => AssertFails("OwnSdkCopy",
        "it carries its own copy of 'Framework.Sdk', which the host supplies. "
        + "Remove the copy, and let the project import plugins/Directory.Build.targets, which references the SDK without copying it.");

    [Fact]
    public void Load_NewerSdk_NamesBothVersions() => AssertFails("NewerSdk",
        $"it was built against Framework.Sdk 0.99.1; this host has {SdkVersion}. "
        + $"Update the host, or build the plugin against Framework.Sdk {SdkVersion}.");

    [Fact]
    public void Load_OtherMajorSdk_NamesBothVersionsAndWhatIsLoaded()
    {
        var own = typeof(IPlugin).Assembly.GetName().Version!;
        AssertFails("NextMajorSdk", $"it was built against Framework.Sdk 99.1.0; this host has {SdkVersion}, and plugins of another major version than {own.Major} are not loaded. "
            + $"Build the plugin against Framework.Sdk {own.Major}.{own.Minor}, or use a host of version 99.");
    }

    [Fact]
    public void Load_FormerSdkWithAnotherInterface_NamesTheTypeThatDoesNotFit() => AssertFails("FormerSdk",
        $"its type 'OutdatedTransform' does not fit Framework.Sdk {SdkVersion}. Build the plugin against that version.");

    [Fact]
    public void Load_MissingDependency_NamesIt() => AssertFails("MissingDependency",
        "it needs 'Dependency' 1.0.0, which is not in its folder. "
        + "Build the plugin with EnableDynamicLoading, which copies what it references beside it, or put Dependency.dll there.");

    [Fact]
    public void Load_NoPublicPlugin_SaysWhatToAdd() => AssertFails("NoPlugin",
        "no public class in it implements IPlugin with a parameterless constructor. Add one that registers its components.");

    [Fact]
    public void Load_TwoPlugins_NamesBoth() => AssertFails("TwoPlugins",
        "2 classes in it implement IPlugin: 'FirstPlugin', 'SecondPlugin'. Keep one.");

    [Theory]
    [InlineData("")]
    [InlineData("MZ")]
    [InlineData("this is not an assembly, though it is longer than a header would be: 0123456789 0123456789 0123456789 0123456789")]
    public void Load_NotDotNet_SaysSo(string content)
    {
        using var folder = new PluginFolder();
        var path = folder.Write("NotDotNet/NotDotNet.dll", content);

        AssertFails(Load(folder.Path), $"{path}: the file is not a .NET assembly. Put the plugin's built assembly there, or remove its folder.");
    }

    [Fact]
    public void Load_NativeLibrary_SaysSo()
    {
        using var folder = new PluginFolder();
        var native = Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so");
        var path = folder.Take(native, "NotDotNet/NotDotNet.dll");

        AssertFails(Load(folder.Path), $"{path}: the file is not a .NET assembly. Put the plugin's built assembly there, or remove its folder.");
    }

    [Fact]
    public void Load_DuplicateComponent_NamesBothAssembliesAndKeepsTheFirst()
    {
        var set = Load(Folder("Good"), Folder("DuplicateComponent"));

        Assert.Equal(
            $"{Assembly("DuplicateComponent")}: 'DuplicateComponent' offers the transform 'good.keep', and so does 'Good'. "
            + "Rename one of them, or leave one plugin out.",
            set.Plugins()[1].Problem);
        Assert.Equal(["good.count", "good.keep"], set.Catalogue.All.Select(component => component.Name));
    }

    [Fact]
    public void Load_TwoVersionsOfOneDependency_EachPluginSeesItsOwn()
    {
        var set = Load(Folder("UsesOne"), Folder("UsesTwo"));

        Assert.All(set.Plugins(), plugin => Assert.Null(plugin.Problem));
        Assert.Equal(["uses.one"], set.Plugins()[0].Components.Select(component => component.Name));
        Assert.Equal(["uses.two"], set.Plugins()[1].Components.Select(component => component.Name));
    }

    [Fact]
    public void Load_SameNameElsewhere_SaysWhereTheFirstIs()
    {
        using var folder = new PluginFolder();
        var second = folder.Take(Assembly("Good"), "Good/Good.dll");

        var set = Load(Folder("Good"), folder.Path);

        Assert.Equal(
            $"{second}: a plugin of this name was found before, at {Assembly("Good")}. Leave one of the two out.", set.Plugins()[1].Problem);
    }

    [Fact]
    public void Load_OneFails_OthersLoad()
    {
        var set = Load(Folder("ThrowsInRegister"), Folder("NewerSdk"), Folder("Good"));

        Assert.Equal([false, false, true], set.Plugins().Select(plugin => plugin.Loaded));
    }

    [Fact]
    public void Unknown_PluginOfThatStudyFailed_IsThePluginsError()
    {
        using var folder = new PluginFolder();
        var path = folder.Write("Framework.Plugins.Ich/Framework.Plugins.Ich.dll", "broken");
        var set = Load(folder.Path);

        var error = set.Unknown(typeof(IDataSource), "ich.rsna");

        Assert.Equal(ExitCode.PluginFailed, error.ExitCode);
        Assert.Equal(
            "the data source 'ich.rsna' is missing because plugin 'Framework.Plugins.Ich' could not be loaded. "
            + $"{path}: the file is not a .NET assembly. Put the plugin's built assembly there, or remove its folder.",
            error.Message);
    }

    [Fact]
    public void Unknown_AnotherPluginFailed_IsTheExperimentsErrorAndSaysWhereToLook()
    {
        var set = Load(Folder("Good"), Folder("NewerSdk"));

        var error = set.Unknown(typeof(ITransform), "good.kep");

        Assert.Equal(ExitCode.WrongExperiment, error.ExitCode);
        Assert.Equal(
            "no plugin offers the transform 'good.kep'. Did you mean 'good.keep'? `framework components --interface transform` lists them. "
            + "1 plugin could not be loaded; `framework plugins` says why.",
            error.Message);
    }

    private static void AssertFails(string situation, string problem) =>
        AssertFails(Load(Folder(situation)), $"{Assembly(situation)}: {problem}");

    private static void AssertFails(Host.Plugins.PluginSet set, string problem)
    {
        var result = Assert.Single(set.Plugins());
        Assert.Equal(problem, result.Problem);
        Assert.False(result.Loaded);
        Assert.Empty(result.Components);
        Assert.Empty(set.Catalogue.All);
    }
}
