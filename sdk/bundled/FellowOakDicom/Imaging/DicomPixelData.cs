using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Imaging;

/// <summary>The pixel data of a dataset, frame by frame, and the attributes that describe them.</summary>
public abstract partial class DicomPixelData
{
    protected DicomPixelData(DicomDataset dataset) => Dataset = dataset;

    public DicomDataset Dataset { get; private set; }

    /// <summary>How the frames are encoded; those of an encapsulated syntax are compressed streams.</summary>
    public DicomTransferSyntax Syntax => Dataset.InternalTransferSyntax;

    /// <summary>Pixels in a row.</summary>
    public ushort Width
    {
        get => Required(DicomTag.Columns);
        set => Dataset.AddOrUpdate(DicomTag.Columns, value);
    }

    /// <summary>Pixels in a column.</summary>
    public ushort Height
    {
        get => Required(DicomTag.Rows);
        set => Dataset.AddOrUpdate(DicomTag.Rows, value);
    }

    /// <summary>1 where the dataset does not say.</summary>
    public int NumberOfFrames
    {
        get => Dataset.TryGetString(DicomTag.NumberOfFrames, out var text) && text.Length > 0
            ? Dataset.GetSingleValue<int>(DicomTag.NumberOfFrames)
            : 1;
        set => Dataset.AddOrUpdate(DicomTag.NumberOfFrames, value);
    }

    public BitDepth BitDepth => new(BitsAllocated, BitsStored, HighBit, PixelRepresentation == PixelRepresentation.Signed);

    /// <summary>Bits one sample takes.</summary>
    public ushort BitsAllocated => Required(DicomTag.BitsAllocated);

    /// <summary>Bits of a sample that count; all where the dataset does not say.</summary>
    public ushort BitsStored
    {
        get => Dataset.GetSingleValueOrDefault(DicomTag.BitsStored, BitsAllocated);
        set => Dataset.AddOrUpdate(DicomTag.BitsStored, value);
    }

    public ushort HighBit
    {
        get => Dataset.GetSingleValueOrDefault(DicomTag.HighBit, (ushort)(BitsStored - 1));
        set => Dataset.AddOrUpdate(DicomTag.HighBit, value);
    }

    /// <summary>Samples of a pixel: 1 for grey, 3 for colour; 1 where the dataset does not say.</summary>
    public ushort SamplesPerPixel
    {
        get => Dataset.GetSingleValueOrDefault(DicomTag.SamplesPerPixel, (ushort)1);
        set => Dataset.AddOrUpdate(DicomTag.SamplesPerPixel, value);
    }

    public PixelRepresentation PixelRepresentation
    {
        get => (PixelRepresentation)Dataset.GetSingleValueOrDefault(DicomTag.PixelRepresentation, (ushort)0);
        set => Dataset.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)value);
    }

    public PlanarConfiguration PlanarConfiguration
    {
        get => (PlanarConfiguration)Dataset.GetSingleValueOrDefault(DicomTag.PlanarConfiguration, (ushort)0);
        set => Dataset.AddOrUpdate(DicomTag.PlanarConfiguration, (ushort)value);
    }

    /// <summary>Null where the dataset does not say.</summary>
    public PhotometricInterpretation PhotometricInterpretation
    {
        get => Dataset.TryGetSingleValue(DicomTag.PhotometricInterpretation, out string term) ? PhotometricInterpretation.Parse(term) : null;
        set => Dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, value.Value);
    }

    public bool IsLossy => Dataset.GetSingleValueOrDefault(DicomTag.LossyImageCompression, "00") == "01";

    public string LossyCompressionMethod => Dataset.GetSingleValueOrDefault(DicomTag.LossyImageCompressionMethod, "");

    public decimal LossyCompressionRatio => Dataset.GetSingleValueOrDefault(DicomTag.LossyImageCompressionRatio, 0m);

    /// <summary>Whole bytes one sample takes.</summary>
    public int BytesAllocated => (BitsAllocated - 1) / 8 + 1;

    /// <summary>Bytes of a frame that is not compressed.</summary>
    /// <exception cref="DicomImagingException">They are more than an array holds.</exception>
    public int UncompressedFrameSize
    {
        get
        {
            var samples = (long)Width * Height * SamplesPerPixel;
            var bytes = BitsAllocated == 1 ? (samples + 7) / 8 : samples * BytesAllocated;
            if (!Syntax.IsEncapsulated && PhotometricInterpretation is { Value: "YBR_FULL_422" or "YBR_PARTIAL_422" })
                bytes = bytes / 3 * 2; // two pixels share their colour
            return bytes <= MemoryByteBuffer.MaxArrayLength ? (int)bytes : throw Error($"a frame of {Width} x {Height} pixels takes {bytes:N0} bytes; an array holds {MemoryByteBuffer.MaxArrayLength:N0}.");
        }
    }

    /// <summary>The pixel data of a dataset; with <paramref name="newPixelData"/> none yet, to be given by <see cref="AddFrame"/>.</summary>
    /// <exception cref="DicomImagingException">There are none, or their attributes do not describe an image.</exception>
    public static DicomPixelData Create(DicomDataset dataset, bool newPixelData = false)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        DicomPixelData pixels = dataset.InternalTransferSyntax.IsEncapsulated
            ? new EncapsulatedPixelData(dataset, newPixelData)
            : new NativePixelData(dataset, newPixelData);
        if (newPixelData)
            return pixels;
        if (pixels.BitsAllocated is not (1 or 8 or 16 or 32 or 64))
            throw pixels.Error($"Bits Allocated is {pixels.BitsAllocated}; 1, 8, 16, 32 or 64 are read.");
        _ = pixels.UncompressedFrameSize;
        _ = pixels.NumberOfFrames;
        return pixels;
    }

    /// <summary>The bytes of a frame, counted from 0: samples in little endian order, or of an encapsulated syntax the compressed stream.</summary>
    /// <exception cref="DicomImagingException">There is no such frame, or the pixel data end before its end.</exception>
    public abstract IByteBuffer GetFrame(int frame);

    public abstract void AddFrame(IByteBuffer data);

    internal DicomImagingException Error(string fact, Exception cause = null) =>
        new(Dataset.Origin is { } origin ? $"{origin.Name}: {fact}" : fact, cause);

    private protected void CheckFrame(int frame)
    {
        if (frame < 0 || frame >= NumberOfFrames)
            throw Error($"frame {frame} was asked for, counted from 0; there are {NumberOfFrames}.");
    }

    private ushort Required(DicomTag tag)
    {
        try
        {
            return Dataset.GetSingleValue<ushort>(tag);
        }
        catch (DicomDataException e)
        {
            throw new DicomImagingException(e.Message, e);
        }
    }
}
