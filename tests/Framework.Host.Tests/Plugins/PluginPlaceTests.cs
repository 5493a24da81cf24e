using Framework.Host.Plugins;

namespace Framework.Host.Tests.Plugins;

public sealed class PluginPlaceTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    [Fact]
    public void Find_BesideTheHost_TakesEachFolderByName()
    {
        var b = _folder.Write("plugins/B/B.dll", "");
        var a = _folder.Write("plugins/A/A.dll", "");
        _folder.Write("plugins/.cache/x.dll", "");

        Assert.Equal([new("A", a), new("B", b)], PluginPlace.Find(_folder.Path, []));
    }

    [Fact]
    public void Find_NoPluginsBesideTheHost_FindsNone() => Assert.Empty(PluginPlace.Find(_folder.Path, []));

    [Fact]
    public void Find_FolderOfPluginFolders_TakesEach()
    {
        var a = _folder.Write("mine/A/A.dll", "");

        Assert.Equal([new("A", a) { IsGiven = true }], PluginPlace.Find("/nowhere", [Path.Combine(_folder.Path, "mine")]));
    }

    [Fact]
    public void Find_PluginsOwnFolder_TakesIt()
    {
        var a = _folder.Write("mine/A/A.dll", "");
        _folder.Write("mine/A/runtimes/native.dll", "");

        Assert.Equal([new("A", a) { IsGiven = true }], PluginPlace.Find("/nowhere", [Path.Combine(_folder.Path, "mine", "A") + "/"]));
    }

    [Fact]
    public void Find_SameFolderTwice_TakesItOnce()
    {
        var a = _folder.Write("plugins/A/A.dll", "");

        Assert.Equal([new("A", a)], PluginPlace.Find(_folder.Path, [Path.Combine(_folder.Path, "plugins"), Path.Combine(_folder.Path, "plugins", "A")]));
    }

    [Fact]
    public void Find_FolderWithoutItsAssembly_IsAProblem()
    {
        _folder.Write("plugins/A/Other.dll", "");

        var place = Assert.Single(PluginPlace.Find(_folder.Path, []));

        Assert.Equal("there is no A.dll in it. A plugin's assembly has the name of its folder; rename one, or remove the folder.", place.Problem);
        Assert.Equal(Path.Combine(_folder.Path, "plugins", "A"), place.Path);
    }

    [Fact]
    public void Find_GivenFolderIsNotThere_IsAProblem()
    {
        var place = Assert.Single(PluginPlace.Find("/nowhere", [Path.Combine(_folder.Path, "absent")]));

        Assert.Equal("there is no such folder. Give --plugins a plugin's folder, or a folder of plugin folders.", place.Problem);
    }

    [Fact]
    public void Find_GivenFolderIsEmpty_IsAProblem()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_folder.Path, "empty")).FullName;

        var place = Assert.Single(PluginPlace.Find("/nowhere", [empty]));

        Assert.Equal("the folder holds no plugin. Expected empty.dll in it, or a folder for each plugin: <Name>/<Name>.dll.", place.Problem);
    }

    public void Dispose() => _folder.Dispose();
}
