using System.Runtime.CompilerServices;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class UnloadingTests
{
    [Fact]
    public void Dispose_Unloadable_ContextIsCollected() =>
        AssertCollected(SpeakAndDispose(config => config.IsUnloadable = true));

    [Fact]
    public void Dispose_UnloadableInMemory_ContextIsCollected() =>
        AssertCollected(SpeakAndDispose(config => (config.IsUnloadable, config.LoadInMemory) = (true, true)));

    [Fact]
    public void Dispose_NotUnloadable_ContextStays()
    {
        var context = SpeakAndDispose(_ => { });
        Collect();
        Assert.True(context.IsAlive);
    }

    [Fact]
    public void Dispose_ThenLoad_Throws()
    {
        var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"), isUnloadable: true, sharedTypes: []);
        loader.Dispose();
        loader.Dispose();

        Assert.Throws<ObjectDisposedException>(loader.LoadDefaultAssembly);
        Assert.Throws<ObjectDisposedException>(loader.Reload);
    }

    [Fact]
    public void Reload_Unloadable_StartsAfreshAndSaysSo()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"), config => config.IsUnloadable = true);
        var raised = new List<PluginLoader>();
        loader.Reloaded += (_, e) => raised.Add(e.Loader);
        loader.LoadDefaultAssembly().Speak();
        var former = loader.LoadContext;

        loader.Reload();

        Assert.Same(loader, Assert.Single(raised));
        Assert.NotSame(former, loader.LoadContext);
        Assert.Equal("one 1", loader.LoadDefaultAssembly().Speak());
    }

    [Fact]
    public void Reload_Unloadable_FormerContextIsCollected()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"), config => config.IsUnloadable = true);
        AssertCollected(SpeakAndReload(loader));
    }

    [Fact]
    public void Reload_NotUnloadable_SaysWhatToSet()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"));

        var error = Assert.Throws<InvalidOperationException>(loader.Reload);

        Assert.Equal("This plugin cannot be reloaded. Create its loader with IsUnloadable or EnableHotReload set.", error.Message);
    }

    [Fact]
    public async Task EnableHotReload_AssembliesReplaced_LoadsTheNewOnes()
    {
        using var folder = new TemporaryFolder();
        var assembly = folder.Take(Speaking.Assembly("SpeakerOfOne"), "Speaker.dll");
        folder.Take(Path.Combine(Speaking.Folder("Dependency.One"), "Dependency.dll"), "Dependency.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(assembly, config => config.EnableHotReload = true);
        var reloaded = new TaskCompletionSource<PluginLoader>(TaskCreationOptions.RunContinuationsAsynchronously);
        loader.Reloaded += (_, e) => reloaded.TrySetResult(e.Loader);
        Assert.Equal("one 1", loader.LoadDefaultAssembly().Speak());

        folder.Take(Path.Combine(Speaking.Folder("Dependency.Two"), "Dependency.dll"), "Dependency.dll");
        folder.Take(Speaking.Assembly("SpeakerOfTwo"), "Speaker.dll");

        Assert.Same(loader, await reloaded.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("two 1", loader.LoadDefaultAssembly().Speak());
    }

    // What is loaded must not be referred to by the test's own frame, or it would never be collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference SpeakAndDispose(Action<PluginConfig> configure)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"), configure);
        Assert.Equal("one 1", loader.LoadDefaultAssembly().Speak());
        return new WeakReference(loader.LoadContext, trackResurrection: true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference SpeakAndReload(PluginLoader loader)
    {
        Assert.Equal("one 1", loader.LoadDefaultAssembly().Speak());
        var context = new WeakReference(loader.LoadContext, trackResurrection: true);
        loader.Reload();
        return context;
    }

    private static void AssertCollected(WeakReference context)
    {
        Collect(context);
        Assert.False(context.IsAlive);
    }

    private static void Collect(WeakReference? until = null)
    {
        // A collectible context goes in stages, each a collection after the finalizers of the one before.
        for (var i = 0; i < 10 && until?.IsAlive != false; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
