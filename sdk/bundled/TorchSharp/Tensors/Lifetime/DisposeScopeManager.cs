namespace TorchSharp;

/// <summary>The dispose scopes open on the current thread, innermost last.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? current;

    private readonly ThreadDisposeScopeStatistics statistics = new();

    /// <summary>The current thread's statistics.</summary>
    public static ThreadDisposeScopeStatistics Statistics => Current.statistics;

    internal static DisposeScopeManager Current => current ??= new DisposeScopeManager();

    internal DisposeScope? Innermost { get; private set; }

    internal DisposeScope Open() => Innermost = new DisposeScope(Innermost);

    /// <summary>Scopes that were opened inside the closed one and forgotten close with it.</summary>
    internal void Close(DisposeScope scope)
    {
        for (var open = Innermost; open is not null; open = open.Outer)
        {
            if (open != scope)
                continue;
            Innermost = scope.Outer;
            return;
        }
    }

    /// <summary>Gives a new object to the innermost scope, if there is one, and counts it.</summary>
    internal DisposeScope? Register(IScoped item)
    {
        var counters = IScoped.StatisticsOf(item, statistics);
        if (Innermost is null)
        {
            counters.CreatedOutsideScopeCount++;
            return null;
        }
        counters.CreatedInScopeCount++;
        Innermost.Own(item);
        return Innermost;
    }

    internal void CountDisposed(IScoped item, bool inScope)
    {
        var counters = IScoped.StatisticsOf(item, statistics);
        if (inScope)
            counters.DisposedInScopeCount++;
        else
            counters.DisposedOutsideScopeCount++;
    }
}
