namespace Framework.Host.Experiments;

/// <summary>What becomes of a run whose audit finds a leak.</summary>
internal enum AuditPolicy
{
    /// <summary>It stops before anything is trained.</summary>
    Fail,

    /// <summary>It goes on, and its report says so.</summary>
    Warn,

    /// <summary>Nobody looks.</summary>
    Off,
}
