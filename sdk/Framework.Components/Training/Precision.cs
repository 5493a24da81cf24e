namespace Framework.Components.Training;

/// <summary>What numbers the network computes with.</summary>
public enum Precision
{
    /// <summary>32-bit floats throughout.</summary>
    Full,

    /// <summary>16-bit floats where safe, with gradient scaling. Not in this version.</summary>
    Mixed,

    /// <summary>bfloat16 where safe. Not in this version.</summary>
    Bf16,
}
