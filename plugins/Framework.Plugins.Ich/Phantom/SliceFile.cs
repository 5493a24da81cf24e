using System.Globalization;
using FellowOakDicom;
using Framework.Components.Phantoms;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>Writes one slice as a CT image with the elements that RSNA's files have, and the scanner's model.</summary>
internal sealed record SliceFile
{
    public required string Patient { get; init; }

    public required RandomStream Subject { get; init; }

    public required int Instance { get; init; }

    public required Scanner Scanner { get; init; }

    public required int Size { get; init; }

    public required double Pixel { get; init; }

    public required double Spacing { get; init; }

    public required double Z { get; init; }

    public void Write(string path, ReadOnlySpan<float> hounsfield)
    {
        var corner = -(Size - 1) / 2.0 * Pixel;
        new DicomSlice
        {
            Class = DicomUID.CTImageStorage,
            Modality = "CT",
            Patient = Patient,
            Subject = Subject,
            Series = Subject,
            Instance = Instance,
            Size = Size,
            Pixel = Pixel,
            Thickness = Spacing,
            Position = new Point(corner, corner, Z),
            BitsStored = Scanner.BitsStored,
            Signed = Scanner.Signed,
            More =
            [
                (DicomTag.ManufacturerModelName, Scanner.Model), (DicomTag.WindowCenter, "40"), (DicomTag.WindowWidth, "80"),
                (DicomTag.RescaleIntercept, Scanner.Intercept.ToString(CultureInfo.InvariantCulture)), (DicomTag.RescaleSlope, "1"),
            ],
        }.Write(path, Scanner.Store(hounsfield));
    }
}
