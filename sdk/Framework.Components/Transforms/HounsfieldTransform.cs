using System.Numerics;
using Framework.Components.Transforms.Intensity;

namespace Framework.Components.Transforms;

/// <summary>Turns the stored values of a CT image into Hounsfield units: slope * stored + intercept.</summary>
/// <remarks>
/// Image (channel, y, x) or (channel, z, y, x), same shape out. Some files of the RSNA 2019 data declare 12 unsigned bits and an intercept
/// above -100 while their values are signed and shifted: values below zero wrapped around. They are recognised by exactly that and mended: add
/// 1000, subtract 4096 from what is then 4096 or more, and take -1000 for the intercept.
/// </remarks>
public sealed class HounsfieldTransform : ITransform
{
    private const int WrappedBits = 12;
    private const double GreatestSoundIntercept = -100;
    private const float Shift = 1000;
    private const float Modulus = 4096;

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = sample.Image;
        var encoding = image.Encoding;
        if (encoding.Modality is not ("" or "CT"))
            throw new DataFormatException($"the image's modality is '{encoding.Modality}', and only CT has Hounsfield units. Leave hounsfield out of the transforms.");
        var units = new PixelEncoding { Modality = encoding.Modality };
        var result = context.Workspace.Allocate(image.Shape, image, encoding: units);
        var (slope, intercept, isWrapped) = ((float)encoding.Slope, (float)encoding.Intercept, IsWrapped(encoding));
        Voxels.Each(image.Length, context.Workspace, (first, length) =>
        {
            if (isWrapped)
                Unwrap(image.Pixels.Slice(first, length), result.Pixels.Slice(first, length), slope);
            else
                LinearMap.Apply(image.Pixels.Slice(first, length), result.Pixels.Slice(first, length), slope, intercept);
        });
        return sample.With(result);
    }

    private static bool IsWrapped(PixelEncoding encoding) =>
        encoding is { BitsStored: WrappedBits, Signed: false, Intercept: > GreatestSoundIntercept };

    private static void Unwrap(ReadOnlySpan<float> stored, Span<float> units, float slope)
    {
        var (shift, modulus) = (new Vector<float>(Shift), new Vector<float>(Modulus));
        var i = 0;
        for (; i <= stored.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var shifted = new Vector<float>(stored[i..]) + shift;
            var wrapped = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(shifted, modulus), shifted - modulus, shifted);
            ((wrapped * slope) - shift).CopyTo(units[i..]);
        }

        for (; i < stored.Length; i++)
        {
            var shifted = stored[i] + Shift;
            units[i] = ((shifted >= Modulus ? shifted - Modulus : shifted) * slope) - Shift;
        }
    }
}
