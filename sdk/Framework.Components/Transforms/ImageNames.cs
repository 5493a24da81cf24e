namespace Framework.Components.Transforms;

/// <summary>What the name of a sample's image says of its values.</summary>
internal static class ImageNames
{
    /// <summary>Whether values are classes, which must not be mixed: <c>mask</c>, <c>mask-vessels</c>...</summary>
    public static bool IsMask(string name) => name.StartsWith("mask", StringComparison.Ordinal);
}
