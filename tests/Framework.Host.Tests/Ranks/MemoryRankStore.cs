using System.Collections.Concurrent;
using Framework.Host.Ranks;

namespace Framework.Host.Tests.Ranks;

/// <summary>Words of ranks that are threads of one process.</summary>
internal sealed class MemoryRankStore : IRankStore
{
    private readonly ConcurrentDictionary<string, string> _words = new();
    private volatile bool _isGone;

    /// <summary>As where the process that serves a store has died.</summary>
    public void Break() => _isGone = true;

    public void Set(string key, string value)
    {
        Require();
        _words[key] = value;
    }

    public string? TryGet(string key)
    {
        Require();
        return _words.GetValueOrDefault(key);
    }

    public void Dispose()
    {
    }

    private void Require()
    {
        if (_isGone)
            throw new InvalidOperationException("connection closed");
    }
}
