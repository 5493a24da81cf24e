namespace Framework.Components.Data.Volumes;

/// <summary>What becomes of voxels whose value is not a number or infinite.</summary>
public enum NonFinite
{
    /// <summary>The file is refused, and the message says how many such voxels it has.</summary>
    Refuse,

    /// <summary>They become 0.</summary>
    Zero,

    /// <summary>They stay as they are.</summary>
    Keep,
}
