using System.Globalization;
using Framework.Sdk;

namespace Framework.Sdk.Testing;

/// <summary>All there is in a sample as text, so that two samples can be compared and a difference is seen.</summary>
internal static class SampleText
{
    public static string Of(Sample sample) => string.Join('\n', sample.Images.Select(pair => string.Create(
        CultureInfo.InvariantCulture,
        $"{pair.Name} {Words(pair.Image.Shape.ToArray())} {Words(pair.Image.Geometry.Affine.ToArray())} {pair.Image.Encoding} {Words(pair.Image.Pixels.ToArray())}")));

    private static string Words<T>(T[] values)
        where T : IFormattable => string.Join(' ', values.Select(value => value.ToString(null, CultureInfo.InvariantCulture)));
}
