namespace FellowOakDicom;

/// <summary>What becomes of values larger than a limit (64 KB unless told) when a file is read.</summary>
public enum FileReadOption
{
    /// <summary>A file's are read when asked for, a stream's at once.</summary>
    Default = 0,

    /// <summary>They are read when asked for; the file, or the stream, must still be there then.</summary>
    ReadLargeOnDemand = 1,

    /// <summary>They are left out of the dataset, which is then partial.</summary>
    SkipLargeTags = 2,

    /// <summary>They are read at once.</summary>
    ReadAll = 3,
}
