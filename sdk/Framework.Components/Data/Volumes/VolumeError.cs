namespace Framework.Components.Data.Volumes;

/// <summary>What is wrong with a volume file, in words.</summary>
internal static class VolumeError
{
    public static DataFormatException Of(string name, string fact, Exception? cause = null) => new($"{name}: {fact}. {DicomSlice.Remedy}", cause!);

    /// <summary>Where the fact says itself what to do.</summary>
    public static DataFormatException Saying(string name, string message) => new($"{name}: {message}");
}
