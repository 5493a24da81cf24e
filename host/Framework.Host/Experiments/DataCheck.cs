namespace Framework.Host.Experiments;

/// <summary>What is looked at before a run uses its cases.</summary>
internal enum DataCheck
{
    /// <summary>What the source's index finds: tables, headers, series. Pixels that cannot be decoded stop the run where they are first used.</summary>
    Index,

    /// <summary>Besides, every case is loaded once, so that one that cannot be decoded is known before anything is trained. Remembered while files stay as they are.</summary>
    EveryCase,
}
