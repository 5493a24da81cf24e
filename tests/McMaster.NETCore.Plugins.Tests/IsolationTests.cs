using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class IsolationTests
{
    private static readonly AssemblyName Config = typeof(PluginConfig).Assembly.GetName();

    [Fact]
    public void LoadDefaultAssembly_TwoVersionsOfOneDependency_EachPluginSeesItsOwn()
    {
        using var one = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"));
        using var two = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfTwo"));

        Assert.Equal("one 1", one.LoadDefaultAssembly().Speak());
        Assert.Equal("two 1", two.LoadDefaultAssembly().Speak());
        Assert.Equal(new Version(1, 0, 0, 0), one.LoadAssembly("Dependency").GetName().Version);
        Assert.Equal(new Version(2, 0, 0, 0), two.LoadAssembly(new AssemblyName("Dependency")).GetName().Version);
    }

    [Fact]
    public void LoadDefaultAssembly_OneFileInTwoLoaders_StaticsAreApart()
    {
        using var first = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"));
        using var second = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"));

        Assert.Equal("one 1", first.LoadDefaultAssembly().Speak());
        Assert.Equal("one 2", first.LoadDefaultAssembly().Speak());
        Assert.Equal("one 1", second.LoadDefaultAssembly().Speak());
        Assert.NotSame(first.LoadContext, second.LoadContext);
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name == "Speaker");
    }

    [Fact]
    public void LoadDefaultAssembly_NothingShared_TypeOfItsOwnCopyIsAnother() =>
        Assert.NotSame(typeof(PluginConfig), SharedTypeOf(_ => { }));

    [Fact]
    public void LoadDefaultAssembly_SharedAssembly_TypeIsTheSame() =>
        Assert.Same(typeof(PluginConfig), SharedTypeOf(config => config.SharedAssemblies.Add(Config)));

    [Fact]
    public void CreateFromAssemblyFile_SharedTypes_SharesTheirAssemblies()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfConfig"), [typeof(PluginLoader)]);

        Assert.Same(typeof(PluginConfig), loader.LoadDefaultAssembly().SharedType());
    }

    [Fact]
    public void LoadDefaultAssembly_PreferSharedTypes_TypeIsTheSame() =>
        Assert.Same(typeof(PluginConfig), SharedTypeOf(config => config.PreferSharedTypes = true));

    [Fact]
    public void LoadDefaultAssembly_PrivateAssembly_WinsOverPreferSharedTypes() =>
        Assert.NotSame(typeof(PluginConfig), SharedTypeOf(config =>
        {
            config.PreferSharedTypes = true;
            config.PrivateAssemblies.Add(Config);
        }));

    [Fact]
    public void LoadDefaultAssembly_SharedAssembly_SharesWhatItReferences() =>
        Assert.Same(typeof(PluginConfig), SharedTypeOf(config => config.SharedAssemblies.Add(typeof(IsolationTests).Assembly.GetName())));

    [Fact]
    public void LoadDefaultAssembly_LazySharedAssembly_SharesWhatItReferencesOnceItIsUsed()
    {
        static void ShareTests(PluginConfig config)
        {
            config.IsLazyLoaded = true;
            config.SharedAssemblies.Add(typeof(IsolationTests).Assembly.GetName());
        }

        Assert.NotSame(typeof(PluginConfig), SharedTypeOf(ShareTests));
        Assert.Same(typeof(PluginConfig), SharedTypeOf(ShareTests, typeof(IsolationTests).Assembly.GetName()));
    }

    [Fact]
    public void LoadDefaultAssembly_DependencyOfTheDefaultContextIsOlder_TakesItsOwn()
    {
        var context = new AssemblyLoadContext("older");
        context.LoadFromAssemblyPath(Path.Combine(Speaking.Folder("Dependency.One"), "Dependency.dll"));
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfTwo"), config =>
        {
            config.DefaultContext = context;
            config.PreferSharedTypes = true;
        });

        Assert.Equal("two 1", loader.LoadDefaultAssembly().Speak());
    }

    [Fact]
    public void LoadDefaultAssembly_AnotherDefaultContext_SharesWithThatOne()
    {
        var context = new AssemblyLoadContext("shared");
        var dependency = context.LoadFromAssemblyPath(Path.Combine(Speaking.Folder("Dependency.One"), "Dependency.dll"));
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"), config =>
        {
            config.DefaultContext = context;
            config.SharedAssemblies.Add(dependency.GetName());
        });

        Assert.Same(dependency, loader.LoadAssembly("Dependency"));
    }

    [Fact]
    public void EnterContextualReflection_TypeByName_IsFoundInThePlugin()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfOne"));
        Assert.Null(Type.GetType("Speaker.Voice, Speaker"));

        using var scope = loader.EnterContextualReflection();

        Assert.Same(loader.LoadDefaultAssembly(), Type.GetType("Speaker.Voice, Speaker")?.Assembly);
    }

    private static Type SharedTypeOf(Action<PluginConfig> configure, AssemblyName? usedBefore = null)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerOfConfig"), configure);
        if (usedBefore is not null)
            loader.LoadAssembly(usedBefore);
        return loader.LoadDefaultAssembly().SharedType();
    }
}
