namespace Framework.Components.Data.Pictures;

internal enum PictureKind
{
    Png,
    Jpeg,
}
