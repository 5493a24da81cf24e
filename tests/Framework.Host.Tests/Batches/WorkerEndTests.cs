using Framework.Host.Batches;
using Framework.Sdk;

namespace Framework.Host.Tests.Batches;

public sealed class WorkerEndTests
{
    [Theory]
    [InlineData(137, false, "it was killed (SIGKILL): by somebody, or for a limit of memory or time")]
    [InlineData(137, true, "the system killed it because memory ran out. Use fewer workers (--parallel), fewer threads or a smaller batch")]
    [InlineData(134, false, "it aborted (SIGABRT): native code or the runtime gave up; the last lines say why")]
    [InlineData(139, false, "it accessed memory that is not its own (SIGSEGV): a fault of native code")]
    [InlineData(135, false, "signal 7 ended it")]
    [InlineData(99, false, "it ended with exit code 99, which is none of this program's")]
    [InlineData(0, false, null)]
    [InlineData(1, false, null)]
    [InlineData(5, false, null)]
    [InlineData(130, false, null)]
    [InlineData(143, false, null)]
    public void CrashOf_ExitCode_IsTheCause(int code, bool memoryRanOut, string? expected) => Assert.Equal(expected, WorkerEnd.CrashOf(code, memoryRanOut));
}
