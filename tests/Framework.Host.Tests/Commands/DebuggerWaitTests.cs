using Framework.Host.Commands;
using Framework.Host.Terminal;

namespace Framework.Host.Tests.Commands;

public sealed class DebuggerWaitTests
{
    [Fact]
    public void Until_NobodyAttachedYet_SaysTheProcessAndWaitsForOne()
    {
        using var human = new StringWriter();
        var asked = 0;

        DebuggerWait.Until(() => Interlocked.Increment(ref asked) > 3, new HostTerminal(TextWriter.Null, human), TimeProvider.System);

        Assert.True(asked > 3);
        Assert.StartsWith($"waiting for a debugger: attach one to process {Environment.ProcessId} ", human.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"a debugger is attached{Environment.NewLine}", human.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Until_AttachedFromTheStart_SaysNothing()
    {
        using var human = new StringWriter();

        DebuggerWait.Until(() => true, new HostTerminal(TextWriter.Null, human), TimeProvider.System);

        Assert.Equal("", human.ToString());
    }
}
