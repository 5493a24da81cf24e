using System.Runtime.CompilerServices;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>Looks whether a component keeps what passes through it: weak references see what the collector may not take.</summary>
internal static class KeptObjects
{
    private const int Times = 32;

    // One that was used last, and one that a local still holds, may live on.
    private const int Forgivable = 4;

    /// <summary>Fails where most of what was made in turn is still alive.</summary>
    /// <param name="what">What is made, for the message.</param>
    /// <param name="make">Makes an object and lets it pass through the component.</param>
    public static void AssertNone(string what, Func<int, object> make)
    {
        var made = Make(make);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var alive = made.Count(reference => reference.IsAlive);
        Assert.True(alive <= Forgivable, $"{alive} of {Times} {what} are still held after use, so that memory grows with every case. Keep none in fields or static members.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] Make(Func<int, object> make) => [.. Enumerable.Range(0, Times).Select(at => Reference(make, at))];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Reference(Func<int, object> make, int at) => new(make(at));
}
