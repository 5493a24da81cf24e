namespace FellowOakDicom.Imaging;

/// <summary>Whether the samples of a pixel lie together or each in a plane of its own.</summary>
public enum PlanarConfiguration
{
    Interleaved = 0,
    Planar = 1,
}
