namespace Framework.Host.Experiments;

/// <summary>What becomes of a run when a case cannot be used.</summary>
internal enum ErrorPolicy
{
    /// <summary>It stops and lists every such case.</summary>
    Fail,

    /// <summary>It leaves such cases out and lists them.</summary>
    Quarantine,
}
