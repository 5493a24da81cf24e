namespace Framework.Host.Ranks;

/// <summary>Words that every rank can read.</summary>
internal interface IRankStore : IDisposable
{
    /// <summary>Replaces a word.</summary>
    void Set(string key, string value);

    /// <summary>A word; null where nobody has said it yet.</summary>
    string? TryGet(string key);
}
