namespace Framework.Host.Experiments;

/// <summary>What becomes of a run whose control does not come out as expected.</summary>
internal enum Obligation
{
    /// <summary>The report says so.</summary>
    Report,

    /// <summary>The run ends with an exit code of its own, once everything is written.</summary>
    Pass,
}
