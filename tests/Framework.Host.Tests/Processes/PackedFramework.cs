using System.Diagnostics;

namespace Framework.Host.Tests.Processes;

/// <summary>An archive made from this build and unpacked where no .NET is to be found.</summary>
public sealed class PackedFramework : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-pack-test-");
    private readonly string _noDotnet;

    public PackedFramework()
    {
        Archive = Path.Combine(_folder.FullName, "made here", "framework.tar.gz");
        Pack(Archive);
        Start("tar", _folder.FullName, "-xzf", Archive);
        Root = Path.Combine(_folder.FullName, "framework");

        // Compiling takes a minute, and is what the build of these tests did a moment ago with the same script and the same sources.
        var bridge = Path.Combine(SharedData.RepositoryRoot, "artifacts", "obj", "TorchSharp", "bridge");
        foreach (var file in new[] { "libtorchsharp_bridge.so", "stamp" })
            File.Copy(Path.Combine(bridge, file), Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "artifacts", "native")).FullName, file));

        _noDotnet = Directory.CreateDirectory(Path.Combine(_folder.FullName, "bin")).FullName;
        TestScript.Write(Path.Combine(_noDotnet, "dotnet"), "#!/bin/sh\necho the .NET of this machine was used >&2\nexit 1\n");
    }

    public string Archive { get; }

    public string Root { get; }

    public static void Pack(string archive)
    {
        var script = Path.Combine(SharedData.RepositoryRoot, "host", "pack", "pack.sh");
        var (code, _, error) = Start(script, SharedData.RepositoryRoot, archive, new DirectoryInfo(AppContext.BaseDirectory).Name);
        Assert.True(code == 0, error);
    }

    /// <summary>The archive's launcher, with no more around it than a bare account has.</summary>
    public (int Code, string Output, string Error) Run(string? libtorch, params string[] words)
    {
        var bare = new[] { "-i", $"PATH={_noDotnet}:/usr/bin:/bin", $"HOME={_folder.FullName}", $"LIBTORCH={libtorch}" };
        return Start("/usr/bin/env", _folder.FullName, [.. bare, Path.Combine(Root, "framework"), .. words]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static (int Code, string Output, string Error) Start(string program, string folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
