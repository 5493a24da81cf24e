namespace McMaster.NETCore.Plugins.Tests;

public sealed class ConfigTests
{
    [Fact]
    public void Constructor_RelativePath_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => new PluginConfig("plugins/Some.dll"));

        Assert.Equal("'plugins/Some.dll' is not an absolute path. (Parameter 'mainAssemblyPath')", error.Message);
    }

    [Fact]
    public void Constructor_Defaults_AreThoseOfThePublishedPackage()
    {
        var config = new PluginConfig("/plugins/Some/Some.dll");

        Assert.Equal("/plugins/Some/Some.dll", config.MainAssemblyPath);
        Assert.Empty(config.PrivateAssemblies);
        Assert.Empty(config.SharedAssemblies);
        Assert.False(config.PreferSharedTypes);
        Assert.False(config.IsLazyLoaded);
        Assert.False(config.IsUnloadable);
        Assert.False(config.LoadInMemory);
        Assert.False(config.EnableHotReload);
        Assert.Equal(TimeSpan.FromMilliseconds(200), config.ReloadDelay);
        Assert.Same(System.Runtime.Loader.AssemblyLoadContext.Default, config.DefaultContext);
    }

    [Fact]
    public void IsUnloadable_HotReload_IsImplied() =>
        Assert.True(new PluginConfig("/plugins/Some/Some.dll") { EnableHotReload = true }.IsUnloadable);

    [Fact]
    public void CreateFromAssemblyFile_BrokenRuntimeConfig_SaysWhichFile()
    {
        using var folder = new TemporaryFolder();
        var assembly = folder.Take(Speaking.Assembly("SpeakerOfOne"), "Speaker.dll");
        var broken = folder.Write("Speaker.runtimeconfig.json", "{ not json");

        var error = Assert.Throws<InvalidOperationException>(() => PluginLoader.CreateFromAssemblyFile(assembly));

        Assert.StartsWith($"{broken}: ", error.Message, StringComparison.Ordinal);
    }
}
