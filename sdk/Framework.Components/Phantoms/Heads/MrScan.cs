using System.Buffers.Binary;
using System.Globalization;
using FellowOakDicom;
using Framework.Components.Data.Volumes.Nifti;

namespace Framework.Components.Phantoms.Heads;

/// <summary>Scans a part of a patient: the series of one examination as DICOM files.</summary>
/// <param name="scanned">What lies in the scanner.</param>
/// <param name="scanner">What scans it.</param>
/// <param name="patient">Patient ID in the files.</param>
/// <param name="random">The subject's stream.</param>
public sealed class MrScan(IScanned scanned, MrScanner scanner, string patient, RandomStream random)
{
    // Coefficients of x, y, z, xx, yy, zz over a radius of 80 mm.
    private readonly double[] _bias = [.. Enumerable.Range(0, 6).Select(_ => scanner.Bias).Select((sd, i) => sd * random.Derive("bias").Derive(i).Normal())];

    /// <summary>Writes a series, one file a slice, into a folder of its own.</summary>
    /// <param name="study">The examination's folder.</param>
    /// <param name="series">What is scanned.</param>
    public void Write(string study, MrSeries series)
    {
        var folder = Path.Combine(study, series.Number.ToString("00", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        var stream = random.Derive("scan").Derive(series.Number);
        for (var slice = 0; slice < series.Slices; slice++)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{slice + 1:000}.dcm"));
            Describe(series, stream, slice).Write(file, Draw(series, slice, stream.Derive("noise").Derive(slice)));
        }
    }

    /// <summary>Writes a mask of the places that something else in the scanner shows otherwise, on the series' grid, as NIfTI.</summary>
    /// <param name="path">The file; its name ends in .nii or .nii.gz.</param>
    /// <param name="series">Whose grid.</param>
    /// <param name="other">Such as the same head without any sign.</param>
    /// <param name="difference">The least difference of brightness that counts.</param>
    public void WriteDifference(string path, MrSeries series, IScanned other, double difference = 0.1)
    {
        WriteMask(path, series, at => Math.Abs(scanned.Value(at, series.Pixel, series.HasContrast) - other.Value(at, series.Pixel, series.HasContrast)) > difference ? 1 : 0);
    }

    /// <summary>Writes classes of places on the series' grid, as NIfTI.</summary>
    /// <param name="path">The file; its name ends in .nii or .nii.gz.</param>
    /// <param name="series">Whose grid.</param>
    /// <param name="classOf">The class of a place in the scanner, 0 to 255.</param>
    public static void WriteMask(string path, MrSeries series, Func<Point, int> classOf)
    {
        using var workspace = new SampleWorkspace();
        var mask = workspace.Allocate([1, series.Slices, series.Size, series.Size], geometry: series.Geometry);
        for (var slice = 0; slice < series.Slices; slice++)
        {
            for (var i = 0; i < series.Size * series.Size; i++)
                mask.Pixels[(slice * series.Size * series.Size) + i] = classOf(Place(series, slice, i));
        }

        NiftiFile.Write(path, mask, NiftiVoxels.UInt8);
    }

    // Magnitude of a signal with noise in both channels (Rice).
    private byte[] Draw(MrSeries series, int slice, RandomStream noise)
    {
        var bytes = new byte[series.Size * series.Size * 2];
        for (var i = 0; i < series.Size * series.Size; i++)
        {
            var place = Place(series, slice, i);
            var signal = scanned.Value(place, series.Pixel, series.HasContrast) * Math.Exp(Drift(place));
            var (real, imaginary) = (signal + (scanner.NoiseSd * noise.Normal()), scanner.NoiseSd * noise.Normal());
            var stored = Math.Clamp(Math.Round(scanner.Gain * Math.Sqrt((real * real) + (imaginary * imaginary))), 0, 4095);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), (ushort)stored);
        }

        return bytes;
    }

    private static Point Place(MrSeries series, int slice, int pixel)
    {
        var (column, row, _) = series.Axes;
        var (y, x) = Math.DivRem(pixel, series.Size);
        return series.Corner(slice) + (column * (x * series.Pixel)) + (row * (y * series.Pixel));
    }

    private double Drift(Point place)
    {
        var p = place * (1 / 80.0);
        return (_bias[0] * p.X) + (_bias[1] * p.Y) + (_bias[2] * p.Z) + (_bias[3] * p.X * p.X) + (_bias[4] * p.Y * p.Y) + (_bias[5] * p.Z * p.Z);
    }

    private DicomSlice Describe(MrSeries series, RandomStream stream, int slice)
    {
        var (column, row, _) = series.Axes;
        List<(DicomTag, string)> more =
        [
            (DicomTag.Manufacturer, scanner.Maker), (DicomTag.ManufacturerModelName, scanner.Model), (DicomTag.MagneticFieldStrength, Text(scanner.FieldStrength)),
            (DicomTag.SeriesNumber, Text(series.Number)), (DicomTag.SeriesDescription, series.Description), (DicomTag.ProtocolName, series.Description),
            (DicomTag.ScanningSequence, series.Sequence), (DicomTag.SpacingBetweenSlices, Text(series.Spacing)),
        ];
        if (series.HasContrast)
            more.Add((DicomTag.ContrastBolusAgent, "GADOLINIUM"));
        return new DicomSlice
        {
            Class = DicomUID.MRImageStorage,
            Modality = "MR",
            Patient = patient,
            Subject = random,
            Series = stream,
            Instance = slice + 1,
            Size = series.Size,
            Pixel = series.Pixel,
            Thickness = series.Spacing,
            Position = series.Corner(slice),
            Column = column,
            Row = row,
            BitsStored = 12,
            More = more,
        };
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
