namespace TorchSharp;

/// <summary>
/// Owns what is created on its thread while it is open, and disposes it in the end. Scopes nest; what must live on is moved out. A scope
/// belongs to one thread: an <c>await</c> inside one can leave it.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> owned = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope(DisposeScope? outer) => Outer = outer;

    public int DisposablesCount => owned.Count;

    public IReadOnlyList<IDisposable> DisposablesView => owned.ToList();

    internal DisposeScope? Outer { get; }

    public bool Contains(IDisposable disposable) => owned.Contains(disposable);

    /// <summary>Gives an object to this scope; it leaves the scope that owned it.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is IScoped item)
        {
            if (item.OwningDisposeScope == this)
                return;
            item.OwningDisposeScope?.owned.Remove(item);
            item.OwningDisposeScope = this;
            StatisticsOf(item).AttachedToScopeCount++;
        }
        owned.Add(disposable);
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var all = disposables.ToList();
        all.ForEach(Attach);
        return all;
    }

    /// <summary>Takes note that an owned object was disposed by hand.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        if (!owned.Remove(disposable) || disposable is not IScoped item)
            return;
        DisposeScopeManager.Current.CountDisposed(item, inScope: true);
        item.OwningDisposeScope = null;
    }

    public void DisposeEverything() => DisposeEverythingBut();

    /// <summary>Disposes what the scope owns and closes it.</summary>
    public void Dispose()
    {
        DisposeEverything();
        DisposeScopeManager.Current.Close(this);
    }

    internal void Own(IDisposable item) => owned.Add(item);

    private static LifetimeStatistics StatisticsOf(IScoped item) => IScoped.StatisticsOf(item, DisposeScopeManager.Statistics);
}
