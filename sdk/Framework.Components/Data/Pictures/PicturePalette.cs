namespace Framework.Components.Data.Pictures;

/// <summary>What a pixel of a picture with a palette stands for.</summary>
public enum PicturePalette
{
    /// <summary>The colours it is shown in.</summary>
    Colours,

    /// <summary>Its number in the palette.</summary>
    Indices,
}
