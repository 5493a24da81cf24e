namespace FellowOakDicom.Imaging;

/// <summary>Whether stored values have a sign.</summary>
public enum PixelRepresentation
{
    Unsigned = 0,
    Signed = 1,
}
