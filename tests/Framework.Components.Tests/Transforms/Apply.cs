namespace Framework.Components.Tests.Transforms;

/// <summary>Applies a transform to an image written out by hand.</summary>
internal static class Apply
{
    public static Image To(ITransform transform, float[] pixels, int[] shape, PixelEncoding? encoding = null, ulong seed = 1) =>
        To(transform, Sample(pixels, shape, encoding), seed).Image;

    public static Sample To(ITransform transform, Sample sample, ulong seed = 1) =>
        transform.Apply(sample, new TransformContext(new SampleWorkspace(), new RandomStream(seed), Phase.Train));

    public static Sample Sample(float[] pixels, int[] shape, PixelEncoding? encoding = null)
    {
        var image = new SampleWorkspace().Allocate(shape, encoding: encoding);
        pixels.CopyTo(image.Pixels);
        return new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image);
    }
}
