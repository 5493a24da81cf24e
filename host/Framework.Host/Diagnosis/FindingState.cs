namespace Framework.Host.Diagnosis;

/// <summary>Whether a part of the machine does its work.</summary>
internal enum FindingState
{
    /// <summary>Works.</summary>
    Works,

    /// <summary>Not there, and not needed by every run.</summary>
    Absent,

    /// <summary>Needed, and does not work.</summary>
    Broken,
}
