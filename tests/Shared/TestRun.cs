using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Framework.Tests.Shared;

/// <summary>Runs the tests of this assembly where there is no SDK: <c>dotnet X.Tests.dll [PART OF A NAME]</c>.</summary>
public static class TestRun
{
    public static int Main(string[] arguments)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var framework = new XunitTestFramework(new TestMessages());
        var options = new TestOptions();

        using var found = new TestMessages();
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(includeSourceInformation: false, found, options);
        found.AwaitEnd();

        using var results = new TestMessages();
        using var executor = framework.GetExecutor(assembly.GetName());
        executor.RunTests(found.Cases.Where(test => arguments.All(part => test.DisplayName.Contains(part, StringComparison.Ordinal))), results, options);
        results.AwaitEnd();
        Console.WriteLine($"{results.Passed} passed, {results.Failed} failed, {results.Skipped} skipped: {assembly.GetName().Name}");
        return results.Failed == 0 ? 0 : 1;
    }
}
