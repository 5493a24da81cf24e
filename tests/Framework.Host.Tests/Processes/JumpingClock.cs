using System.Diagnostics;

namespace Framework.Host.Tests.Processes;

/// <summary>A clock that jumps a day on, a day back and home again, every half second, for processes that load it before all else.</summary>
internal static class JumpingClock
{
    private const string Source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <time.h>
        typedef int (*clock_function)(clockid_t, struct timespec*);
        int clock_gettime(clockid_t id, struct timespec* now) {
          static clock_function inner;
          if (!inner) inner = (clock_function)dlsym(RTLD_NEXT, "clock_gettime");
          int failed = inner(id, now);
          if (failed || id != CLOCK_REALTIME && id != CLOCK_REALTIME_COARSE) return failed;
          struct timespec steady;
          inner(CLOCK_MONOTONIC, &steady);
          long halves = steady.tv_sec * 2 + steady.tv_nsec / 500000000;
          now->tv_sec += (halves % 3 - 1) * 86400;
          return 0;
        }
        """;

    /// <summary>Variables that a process starts with.</summary>
    /// <param name="folder">Where the library goes.</param>
    public static Dictionary<string, string> In(string folder)
    {
        var (source, library) = (Path.Combine(folder, "clock.c"), Path.Combine(folder, "clock.so"));
        File.WriteAllText(source, Source);
        using var compiler = Process.Start("g++", ["-x", "c", "-shared", "-fPIC", "-w", "-o", library, source, "-ldl"]);
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
        return new Dictionary<string, string> { ["LD_PRELOAD"] = library };
    }
}
