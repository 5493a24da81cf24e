using System.Reflection;
using System.Runtime.InteropServices;
using McMaster.NETCore.Plugins.LibraryModel;
using McMaster.NETCore.Plugins.Loader;
using NativeLibrary = McMaster.NETCore.Plugins.LibraryModel.NativeLibrary;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class ProbingTests : IDisposable
{
    private static readonly string Rid = $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    private readonly TemporaryFolder _folder = new();

    private static string Dependency => Path.Combine(Speaking.Folder("Dependency.One"), "Dependency.dll");

    // A native library that every machine with the runtime has; the tests give it another name.
    private static string Native => Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so");

    [Fact]
    public void LoadDefaultAssembly_DependencyNowhere_ThrowsFileNotFound()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Speaking.Assembly("SpeakerAlone"));

        var error = Assert.Throws<TargetInvocationException>(() => loader.LoadDefaultAssembly().Speak());

        var inner = Assert.IsType<FileNotFoundException>(error.InnerException);
        Assert.StartsWith("Dependency, Version=1.0.0.0", inner.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public void AddProbingPath_DependencyThere_IsLoaded()
    {
        var context = Alone().AddProbingPath(Speaking.Folder("Dependency.One")).Build();

        Assert.Equal("one 1", context.LoadFromAssemblyPath(Speaking.Assembly("SpeakerAlone")).Speak());
    }

    [Fact]
    public void TryAddAdditionalProbingPathFromRuntimeConfig_PackageStore_PackageIsLoaded()
    {
        _folder.Take(Dependency, "store/net10.0/dependency/1.0.0/lib/net10.0/Dependency.dll");
        var config = _folder.Write("Speaker.runtimeconfig.json", """{ "runtimeOptions": { "tfm": "net10.0" } }""");
        var store = Path.Combine(_folder.Path, "store", "|tfm|");
        _folder.Write("Speaker.runtimeconfig.dev.json", $$"""{ "runtimeOptions": { "additionalProbingPaths": [ "{{store}}" ] } }""");

        var context = Alone()
            .AddManagedLibrary(ManagedLibrary.CreateFromPackage("Dependency", "1.0.0", "lib/net10.0/Dependency.dll"))
            .TryAddAdditionalProbingPathFromRuntimeConfig(config, includeDevConfig: true, out var error)
            .Build();

        Assert.Null(error);
        Assert.Equal("one 1", context.LoadFromAssemblyPath(Speaking.Assembly("SpeakerAlone")).Speak());
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[]")]
    [InlineData("""{ "runtimeOptions": { "additionalProbingPaths": [ "relative" ] } }""")]
    [InlineData("""{ "runtimeOptions": { "additionalProbingPaths": 7 } }""")]
    public void TryAddAdditionalProbingPathFromRuntimeConfig_BrokenFile_GivesTheError(string text)
    {
        var config = _folder.Write("Speaker.runtimeconfig.json", text);

        Alone().TryAddAdditionalProbingPathFromRuntimeConfig(config, includeDevConfig: false, out var error);

        Assert.NotNull(error);
    }

    [Fact]
    public void CreateFromPackage_LibAsset_LiesFlatInAnApplicationsFolder()
    {
        var library = ManagedLibrary.CreateFromPackage("Some.Package", "1.2.3", "lib/net10.0/Some.dll");

        Assert.Equal("Some", library.Name.Name);
        Assert.Equal("Some.dll", library.AppLocalPath);
        Assert.Equal("some.package/1.2.3/lib/net10.0/Some.dll", library.AdditionalProbingPath);
    }

    [Fact]
    public void CreateFromPackage_NativeAsset_KeepsItsPath()
    {
        var library = NativeLibrary.CreateFromPackage("Some.Package", "1.2.3", "runtimes/linux-x64/native/libsome.so");

        Assert.Equal("libsome", library.Name);
        Assert.Equal("runtimes/linux-x64/native/libsome.so", library.AppLocalPath);
        Assert.Equal("some.package/1.2.3/runtimes/linux-x64/native/libsome.so", library.AdditionalProbingPath);
    }

    [Fact]
    public void LoadUnmanagedDll_NamedByDependencyManifest_IsLoaded()
    {
        var assembly = _folder.Take(Speaking.Assembly("SpeakerOfOne"), "Speaker.dll");
        _folder.Take(Native, $"runtimes/{Rid}/native/libtinynative.so");
        _folder.Write("Speaker.deps.json", Manifest());
        using var loader = PluginLoader.CreateFromAssemblyFile(assembly);

        Assert.Equal(Environment.ProcessId, loader.LoadDefaultAssembly().ProcessId());
    }

    [Fact]
    public void LoadUnmanagedDll_NamedByLibraryModel_IsLoaded()
    {
        _folder.Take(Native, $"store/tiny.native/1.0.0/runtimes/{Rid}/native/libtinynative.so");
        var context = Alone()
            .AddProbingPath(Path.Combine(_folder.Path, "store"))
            .AddNativeLibrary(NativeLibrary.CreateFromPackage("Tiny.Native", "1.0.0", $"runtimes/{Rid}/native/libtinynative.so"))
            .Build();

        Assert.Equal(Environment.ProcessId, context.LoadFromAssemblyPath(Speaking.Assembly("SpeakerAlone")).ProcessId());
    }

    [Fact]
    public void LoadUnmanagedDll_BesideThePlugin_IsMappedFromItsFile()
    {
        var native = _folder.Take(Native, "libtinynative.so");
        CallNative(_ => { });

        Assert.Contains(native, MappedFiles());
    }

    [Fact]
    public void LoadUnmanagedDll_InMemory_LeavesTheFileFree()
    {
        var native = _folder.Take(Native, "libtinynative.so");
        CallNative(config => config.LoadInMemory = true);

        Assert.DoesNotContain(native, MappedFiles());
    }

    [Fact]
    public void LoadDefaultAssembly_InMemory_LeavesTheFileFree()
    {
        var assembly = _folder.Take(Speaking.Assembly("SpeakerOfOne"), "Speaker.dll");
        _folder.Take(Dependency, "Dependency.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(assembly, config => config.LoadInMemory = true);

        Assert.Equal("one 1", loader.LoadDefaultAssembly().Speak());
        Assert.Equal("", loader.LoadDefaultAssembly().Location);
        Assert.DoesNotContain(MappedFiles(), file => file.StartsWith(_folder.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void AddResourceProbingPath_SatelliteBelowItsCulture_IsLoaded()
    {
        var satellite = _folder.Take(Path.Combine(Speaking.Folder("Satellite"), "Speaker.resources.dll"), "resources/fr/Speaker.resources.dll");
        var context = Alone().AddResourceProbingPath(Path.Combine(_folder.Path, "resources")).Build();
        var name = new AssemblyName("Speaker.resources") { CultureName = "fr" };

        Assert.Equal(satellite, context.LoadFromAssemblyName(name).Location);
    }

    public void Dispose() => _folder.Dispose();

    private static AssemblyLoadContextBuilder Alone() =>
        new AssemblyLoadContextBuilder().SetMainAssemblyPath(Speaking.Assembly("SpeakerAlone"));

    private void CallNative(Action<PluginConfig> configure)
    {
        var assembly = _folder.Take(Speaking.Assembly("SpeakerOfOne"), "Speaker.dll");
        var loader = PluginLoader.CreateFromAssemblyFile(assembly, configure);
        Assert.Equal(Environment.ProcessId, loader.LoadDefaultAssembly().ProcessId());
    }

    private static HashSet<string> MappedFiles() =>
        [.. File.ReadLines("/proc/self/maps").Select(line => line[(line.LastIndexOf(' ') + 1)..])];

    private static string Manifest() => $$"""
        {
          "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
          "targets": { ".NETCoreApp,Version=v10.0": {
            "Speaker/1.0.0": { "dependencies": { "Tiny.Native": "1.0.0" }, "runtime": { "Speaker.dll": {} } },
            "Tiny.Native/1.0.0": { "runtimeTargets": {
              "runtimes/{{Rid}}/native/libtinynative.so": { "rid": "{{Rid}}", "assetType": "native", "fileVersion": "0.0.0.0" } } } } },
          "libraries": {
            "Speaker/1.0.0": { "type": "project", "serviceable": false, "sha512": "" },
            "Tiny.Native/1.0.0": { "type": "package", "serviceable": true, "sha512": "", "path": "tiny.native/1.0.0" } }
        }
        """;
}
