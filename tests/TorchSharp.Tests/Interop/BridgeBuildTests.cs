using System.Diagnostics;

namespace TorchSharp.Tests.Interop;

/// <summary>native/build.sh: what it says, and what it asks the compiler for.</summary>
public sealed class BridgeBuildTests : IDisposable
{
    // Says 2.6 for the version's header, and can compile a header of libtorch's where the folders that it stands on are all named.
    private const string Compiler = """
        #!/bin/bash
        case " $* " in
          *" -E "*) echo "@ 2 * 100 + 6" ;;
          *CUDACachingAllocator*) [[ $* == *WITH_CUDA/include* ]] ;;
          *ProcessGroupNCCL*) [[ $* == *WITH_CUDA/include* && $* == *WITH_SOLVER/include* && $* == *WITH_NCCL/include* ]] ;;
          *) for word; do [[ ${last:-} != -o ]] || echo "$*" >>"$(dirname "$0")/asked"; [[ ${last:-} != -o ]] || : >"$word"; last=$word; done ;;
        esac
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bridge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Build_LibtorchFolderIsWrong_SaysSoInOneLine()
    {
        var (exit, error) = Build("/nowhere", Environment.GetEnvironmentVariable("PATH"));

        Assert.NotEqual(0, exit);
        Assert.Equal(
            "LIBTORCH is '/nowhere', where there is no include/torch/csrc/api/include/torch/version.h. Set it to a libtorch distribution "
            + "or a pip 'torch' folder, or unset it to use the system's libtorch.\n", error);
    }

    [Fact]
    public void Build_CompilerIsMissing_SaysHowToInstallIt()
    {
        var (exit, error) = Build(null, "/nowhere");

        Assert.NotEqual(0, exit);
        Assert.Equal(
            "The C++ compiler g++ is missing. Install it: apt-get install --no-install-recommends g++ libtorch-dev libgloo-dev libopenblas0-pthread\n", error);
    }

    // A pip torch has CUDA's headers in as many wheels as CUDA has libraries, and none of Gloo's.
    [Theory]
    [InlineData("nvidia/a_WITH_CUDA nvidia/b_WITH_SOLVER nvidia/c_WITH_NCCL", "-DBRIDGE_CUDA -DBRIDGE_NCCL -DUSE_C10D_NCCL")]
    [InlineData("nvidia/a_WITH_CUDA nvidia/c_WITH_NCCL", "-DBRIDGE_CUDA")]
    [InlineData("nvidia/b_WITH_SOLVER nvidia/c_WITH_NCCL", "")]
    public void Build_PipTorch_TakesAllWheelsTogether(string wheels, string definitions)
    {
        var torch = Path.Combine(_folder, "site", "torch");
        foreach (var file in new[] { "include/torch/csrc/api/include/torch/version.h", "include/torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp", "lib/libtorch_cuda.so" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(torch, file))!);
            File.WriteAllText(Path.Combine(torch, file), "");
        }

        foreach (var wheel in wheels.Split(' '))
            Directory.CreateDirectory(Path.Combine(_folder, "site", wheel, "include"));
        var compiler = TestScript.Write(Path.Combine(Directory.CreateDirectory(Path.Combine(torch, "bin")).FullName, "g++"), Compiler);

        var (exit, error) = Build(torch, $"{Path.GetDirectoryName(compiler)}:{Environment.GetEnvironmentVariable("PATH")}");

        Assert.Equal((0, ""), (exit, error));
        var asked = File.ReadLines(Path.Combine(torch, "bin", "asked")).First(line => line.Contains(" -c ", StringComparison.Ordinal)).Split(' ');
        Assert.Equal(definitions, string.Join(' ', asked.Where(word => word.StartsWith("-DBRIDGE", StringComparison.Ordinal) || word.StartsWith("-DUSE", StringComparison.Ordinal))));
    }

    private (int Exit, string Error) Build(string? libtorch, string? path)
    {
        var script = Path.Combine(SharedData.RepositoryRoot, "sdk", "bundled", "TorchSharp", "native", "build.sh");
        var start = new ProcessStartInfo("/bin/bash", [script, Path.Combine(_folder, "built")]) { RedirectStandardError = true };
        start.Environment["PATH"] = path;
        start.Environment["LIBTORCH"] = libtorch;
        start.Environment["CUDA_HOME"] = null;
        start.Environment["NCCL_HOME"] = null;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
