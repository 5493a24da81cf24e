namespace Framework.Benchmarks;

/// <summary>What is told of an epoch of training.</summary>
internal enum LoaderFigure
{
    /// <summary>Images a second of loading and training together.</summary>
    Full,

    /// <summary>Images a second of loading alone.</summary>
    Alone,

    /// <summary>The share of the time of both in which the trainer waits for a batch.</summary>
    Waited,
}
