using Xunit.Abstractions;
using Xunit.Sdk;

namespace Framework.Tests.Shared;

/// <summary>Counts what the test framework tells, and shows what failed or was skipped.</summary>
internal sealed class TestMessages : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly ManualResetEventSlim _ended = new();

    public List<ITestCase> Cases { get; } = [];

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public int Skipped { get; private set; }

    public void AwaitEnd() => _ended.Wait();

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (Cases)
            Take(message);
        return true;
    }

    public void Dispose() => _ended.Dispose();

    private void Take(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage found:
                Cases.Add(found.TestCase);
                break;
            case ITestPassed:
                Passed++;
                break;
            case ITestSkipped skipped:
                Skipped++;
                Console.WriteLine($"  {skipped.Test.DisplayName}: skipped, {skipped.Reason}");
                break;
            case IFailureInformation failure: // of a test, or of a fixture's construction or disposal
                Failed++;
                Console.WriteLine($"  {(failure as ITestMessage)?.Test.DisplayName ?? "fixture"}: FAILED\n{ExceptionUtility.CombineMessages(failure)}\n{ExceptionUtility.CombineStackTraces(failure)}");
                break;
            case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                _ended.Set();
                break;
        }
    }
}
