namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>How voxels are written.</summary>
public enum NiftiVoxels
{
    /// <summary>32-bit floating point: any value, as it is.</summary>
    Float32,

    /// <summary>Whole numbers from -32,768 to 32,767, such as Hounsfield units.</summary>
    Int16,

    /// <summary>Whole numbers from 0 to 255, such as masks.</summary>
    UInt8,
}
