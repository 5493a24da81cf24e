using System.Globalization;
using Framework.Components.Data.Series;

namespace Framework.Components.Data.Headers;

/// <summary>What headers say of a case's series, geometry and acquisition, as one number: <see cref="Case.FactsHash"/>.</summary>
/// <remarks>Where files lie and how they are called does not count, nor who the patient is.</remarks>
public static class HeaderHash
{
    /// <summary>Of a slice in a file of its own.</summary>
    /// <param name="header">The file's header.</param>
    public static ulong Of(DicomHeader header) =>
        RandomStream.KeyOf(string.Create(CultureInfo.InvariantCulture, $"{Text(header.Acquisition)}\n{header.Instance} {Text(header.Position)} {header.Intercept}"));

    /// <summary>Of a series: its geometry and each of its slices, in their order.</summary>
    /// <param name="series">As it was found.</param>
    public static ulong Of(DicomSeries series)
    {
        var hash = RandomStream.KeyOf(string.Create(CultureInfo.InvariantCulture, $"{series.Summary.Id} {series.Slices.Count}"));
        foreach (var value in series.Geometry.Affine)
            hash = With(hash, value.ToString("R", CultureInfo.InvariantCulture));
        DicomAcquisition? shared = null;
        foreach (var slice in series.Slices)
        {
            if (!ReferenceEquals(slice.Acquisition, shared))
                hash = With(hash, Text(shared = slice.Acquisition));
            hash = With(hash, string.Create(CultureInfo.InvariantCulture, $"{slice.Instance} {slice.Frame} {Text(slice.Position)}"));
        }

        return hash;
    }

    /// <summary>A hash and another text behind it.</summary>
    internal static ulong With(ulong hash, string text) => RandomStream.KeyOf(string.Create(CultureInfo.InvariantCulture, $"{hash:x} {text}"));

    private static string Text(DicomAcquisition a) => string.Create(CultureInfo.InvariantCulture,
        $"{a.Class} {a.Study} {a.Series} {a.FrameOfReference} {a.Acquisition}\n{a.Modality}\n{a.Model}\n{a.Manufacturer}\n{a.Kernel}\n{a.Date}\n{a.Padding}\n{a.ImageType}\n"
        + $"{a.Rows} {a.Columns} {a.BitsStored} {a.Thickness} {a.SliceSpacing} {a.RowSpacing} {a.ColumnSpacing} {Text(a.AlongRow)} {Text(a.AlongColumn)} "
        + $"{a.EchoTime} {a.RepetitionTime} {a.TemporalPosition} {a.DiffusionB}");

    private static string Text(PatientVector vector) => string.Create(CultureInfo.InvariantCulture, $"{vector.X} {vector.Y} {vector.Z}");
}
