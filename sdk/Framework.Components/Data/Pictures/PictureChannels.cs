namespace Framework.Components.Data.Pictures;

/// <summary>Channels that a picture is read as.</summary>
public enum PictureChannels
{
    /// <summary>One for a grey picture, three for a coloured one.</summary>
    AsStored,

    /// <summary>One.</summary>
    Grey,

    /// <summary>Three: red, green, blue.</summary>
    Rgb,
}
