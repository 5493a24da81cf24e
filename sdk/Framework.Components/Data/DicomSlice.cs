using System.Buffers;
using FellowOakDicom;
using FellowOakDicom.Imaging;
using FellowOakDicom.Imaging.Codec;
using FellowOakDicom.IO.Buffer;

namespace Framework.Components.Data;

/// <summary>Reads one grey-scale slice from a DICOM file: stored values as floats, with how they become units and where they lie in the patient.</summary>
public static class DicomSlice
{
    internal const string Remedy = "Re-export the file, or set data.on_error: quarantine to leave such cases out.";

    /// <summary>Reads a file of one frame, 8 or 16 bits allocated, any transfer syntax.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">How messages name the file: relative to the data's root.</param>
    /// <param name="workspace">Where the pixels go.</param>
    /// <returns>Image (1, y, x) of stored values; MONOCHROME1 is turned over, so that more is always brighter.</returns>
    /// <exception cref="DataFormatException">The file is not there, not DICOM, cut off, or not one grey-scale slice; the message starts with <paramref name="name"/>.</exception>
    public static Image Read(string path, string name, SampleWorkspace workspace) =>
        Named(path, name, () => Read(DicomFile.Open(path).Dataset, name, workspace));

    /// <summary>Reads the slice of a data set that is open already.</summary>
    /// <inheritdoc cref="Read(string, string, SampleWorkspace)" />
    /// <param name="dataset">The file's data set, with pixel data.</param>
    /// <param name="name">How messages name the file.</param>
    /// <param name="workspace">Where the pixels go.</param>
    public static Image Read(DicomDataset dataset, string name, SampleWorkspace workspace)
    {
        var layout = SliceLayout.Of(dataset, name);
        var encoding = new PixelEncoding
        {
            Slope = dataset.GetSingleValueOrDefault(DicomTag.RescaleSlope, 1.0),
            Intercept = dataset.GetSingleValueOrDefault(DicomTag.RescaleIntercept, 0.0),
            BitsStored = layout.BitsStored,
            Signed = layout.Signed,
            Modality = dataset.GetSingleValueOrDefault(DicomTag.Modality, ""),
        };
        var frame = Frame(dataset, 0, layout, name); // before anything is allocated for what the header declares
        var image = workspace.Allocate([1, layout.Rows, layout.Columns], geometry: SliceGeometry.Of(dataset), encoding: encoding);
        Decode(frame, layout, image.Pixels);
        return image;
    }

    /// <summary>The bytes of one frame, decompressed, and as many as its header declares.</summary>
    internal static IByteBuffer Frame(DicomDataset dataset, int index, SliceLayout layout, string name)
    {
        using var span = WorkSpan.Begin("decode");
        var syntax = dataset.InternalTransferSyntax;
        var frame = syntax.IsEncapsulated
            ? new DicomTranscoder(syntax, DicomTransferSyntax.ExplicitVRLittleEndian).DecodeFrame(dataset, index)
            : DicomPixelData.Create(dataset).GetFrame(index);
        return frame.Size >= layout.Bytes
            ? frame
            : throw new DataFormatException(FormattableString.Invariant($"{name}: pixel data end after {frame.Size:N0} of {layout.Bytes:N0} bytes. {Remedy}"));
    }

    /// <summary>From the bytes of a frame to its stored values.</summary>
    internal static void Decode(IByteBuffer frame, SliceLayout layout, Span<float> pixels)
    {
        if (frame.IsMemory)
        {
            StoredValues.Decode(frame.Data.AsSpan(0, layout.Bytes), pixels, layout);
            return;
        }

        // Straight from the file into a rented buffer: an array of half a megabyte for each slice would keep the collector busy.
        var buffer = ArrayPool<byte>.Shared.Rent(layout.Bytes);
        try
        {
            frame.GetByteRange(0, layout.Bytes, buffer);
            StoredValues.Decode(buffer.AsSpan(0, layout.Bytes), pixels, layout);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads from a file, and names the file where that fails.</summary>
    internal static T Named<T>(string path, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (FrameworkException or OperationCanceledException or OutOfMemoryException))
        {
            throw new DataFormatException(Describe(e, path, name), e);
        }
    }

    private static string Describe(Exception error, string path, string name) => error switch
    {
        _ when !File.Exists(path) => $"{name}: there is no such file. Copy it to the data's root, or remove its row from the table.",
        UnauthorizedAccessException => $"{name}: the file may not be read. Give this user permission to read it.",
        _ => $"{name}: {Fact(error.Message, path)}. {Remedy}",
    };

    // The parser names the file by its whole path, which may name the patient.
    private static string Fact(string message, string path)
    {
        var fact = message.StartsWith(path, StringComparison.Ordinal) ? message[path.Length..].TrimStart(':', ' ') : message;
        return fact.Replace(path, "the file", StringComparison.Ordinal).TrimEnd('.');
    }
}
