using System.Reflection;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>Runs the facts of a contract where there is no test runner: over many components in one test, or on a component that must fail.</summary>
public static class ContractRun
{
    /// <summary>The facts that do not hold, with what each says; empty where the component keeps its contract.</summary>
    /// <param name="contract">A contract of this assembly, or a test class that inherits one.</param>
    public static IReadOnlyList<BrokenPromise> Of(object contract) =>
    [
        .. from method in contract.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
           where method.GetCustomAttribute<FactAttribute>() is { Skip: null } && method.GetParameters().Length == 0
           orderby method.Name
           let reason = Reason(contract, method)
           where reason is not null
           select new BrokenPromise(method.Name, reason),
    ];

    private static string? Reason(object contract, MethodInfo fact)
    {
        try
        {
            fact.Invoke(contract, BindingFlags.DoNotWrapExceptions, null, null, null);
            return null;
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }
}
