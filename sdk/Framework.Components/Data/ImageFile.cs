using Framework.Components.Data.Pictures;
using Framework.Components.Data.Volumes;

namespace Framework.Components.Data;

/// <summary>Reads an image of any kind; DICOM, NIfTI and MGH, PNG and JPEG.</summary>
/// <remarks>Pictures and DICOM are told by their content, volumes by their name's ending.</remarks>
public static class ImageFile
{
    private const int DicomMark = 128;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">How messages name it: relative to the data's root.</param>
    /// <param name="pictures">How PNG and JPEG files are read.</param>
    /// <param name="workspace">Where the pixels go.</param>
    /// <param name="volumes">How NIfTI and MGH files are read.</param>
    /// <returns>Image (channel, y, x) or (channel, z, y, x) of the file's values with its geometry.</returns>
    /// <exception cref="DataFormatException">It is not there, of no known kind, or damaged; the message starts with <paramref name="name"/>.</exception>
    public static Image Read(string path, string name, PictureOptions pictures, SampleWorkspace workspace, VolumeOptions? volumes = null)
    {
        if (VolumeFile.IsVolume(path))
            return VolumeFile.Read(path, name, workspace, volumes);
        Span<byte> start = stackalloc byte[DicomMark + 4];
        start = start[..Begin(path, name, start)];
        if (PictureFile.IsPicture(start))
            return PictureFile.Read(path, name, pictures, workspace);
        return DicomSlice.Read(path, name, workspace);
    }

    private static int Begin(string path, string name, Span<byte> start)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFormatException($"{name}: the file cannot be read. Check that it is there and that this user may read it.", e);
        }
    }
}
