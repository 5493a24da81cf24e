namespace Framework.Components.Transforms.Spatial;

/// <summary>Where a block is taken out of an image.</summary>
public enum CropPlace
{
    /// <summary>In the middle; of an odd number of voxels left over, the larger half lies after the block.</summary>
    Center,

    /// <summary>Anywhere, each place as likely as any other.</summary>
    Random,
}
