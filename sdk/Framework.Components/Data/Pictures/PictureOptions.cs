namespace Framework.Components.Data.Pictures;

/// <summary>How PNG and JPEG files become images. Values are those of the file: 0 to 255 at 8 bits, 0 to 65,535 at 16, 0 and 1 at one bit.</summary>
public sealed record PictureOptions
{
    /// <summary>Channels of the image: <c>as-stored</c> (one for grey, three for colour), <c>grey</c> or <c>rgb</c>, whatever the file has.</summary>
    /// <remarks>Grey is 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601), rounded.</remarks>
    public PictureChannels Channels { get; init; } = PictureChannels.AsStored;

    /// <summary>What becomes of transparency: <c>drop</c>, or <c>multiply</c> the colours by it, so that what is transparent is black.</summary>
    public PictureAlpha Alpha { get; init; } = PictureAlpha.Drop;

    /// <summary>What a pixel of a PNG with a palette stands for: its <c>colours</c>, or <c>indices</c>, as in label masks.</summary>
    public PicturePalette Palette { get; init; } = PicturePalette.Colours;
}
