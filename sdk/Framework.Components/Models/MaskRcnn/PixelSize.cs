namespace Framework.Components.Models.MaskRcnn;

/// <summary>The size of an image or a feature map.</summary>
internal readonly record struct PixelSize(long Height, long Width);
