namespace Framework.Components.Data.Pictures;

/// <summary>What becomes of a picture's transparency.</summary>
public enum PictureAlpha
{
    /// <summary>Colours stay as they are.</summary>
    Drop,

    /// <summary>Colours are multiplied by it: transparent is black.</summary>
    Multiply,
}
