namespace Framework.Components.Transforms.Spatial;

/// <summary>The padding of an <see cref="Edge"/>.</summary>
internal static class EdgePadding
{
    public static Padding Of(Edge edge) => edge switch
    {
        Edge.Border => Padding.Border,
        Edge.Reflection => Padding.Reflection,
        _ => Padding.Zeros,
    };
}
