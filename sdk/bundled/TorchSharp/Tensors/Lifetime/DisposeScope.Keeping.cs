namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Disposes what the scope owns except the given object, which it goes on owning.</summary>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var doomed = owned.ToArray();
        owned.Clear();
        foreach (var kept in inKeep)
            if (Array.Exists(doomed, item => ReferenceEquals(item, kept)))
                owned.Add(kept);
        foreach (var item in doomed)
            if (!owned.Contains(item))
                Release(item);
    }

    private static void Release(IDisposable item)
    {
        if (item is not IScoped scoped)
        {
            item.Dispose();
            return;
        }
        DisposeScopeManager.Current.CountDisposed(scoped, inScope: true);
        scoped.OwningDisposeScope = null;
        scoped.ReleaseFromScope();
    }
}
