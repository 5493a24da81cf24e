namespace Framework.Host.Experiments;

/// <summary>Whether an audit compares images.</summary>
internal enum AuditImages
{
    /// <summary>Before a run where there are few, and by the command always.</summary>
    Auto,

    /// <summary>Always.</summary>
    All,

    /// <summary>Never: identities and labels alone.</summary>
    None,
}
