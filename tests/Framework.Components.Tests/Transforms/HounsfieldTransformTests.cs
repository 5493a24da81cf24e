using Framework.Components.Transforms;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms;

public sealed class HounsfieldTransformTests : TransformContract
{
    protected override ITransform Create() => new HounsfieldTransform();

    [Fact]
    public void Apply_SlopeAndIntercept_GivesHounsfieldUnits()
    {
        var encoding = new PixelEncoding { Slope = 2, Intercept = -1024, BitsStored = 16, Modality = "CT" };
        var result = Apply.To(new HounsfieldTransform(), [0, 512, 1024, 2000], [1, 2, 2], encoding);
        Assert.Equal([-1024, 0, 1024, 2976], result.Pixels.ToArray());
        Assert.Equal(new PixelEncoding { Modality = "CT" }, result.Encoding);
    }

    // -1000, -1, 0 and 40 HU as a wrapped file stores them: two's complement of 12 bits, declared unsigned, intercept 0.
    [Fact]
    public void Apply_TwelveBitsWrapped_UnwrapsThem()
    {
        var encoding = new PixelEncoding { BitsStored = 12, Modality = "CT" };
        float[] stored = [3096, 4095, 0, 40, 3096, 4095, 0, 40, 3000, 3095, 2047];
        var result = Apply.To(new HounsfieldTransform(), stored, [1, 1, 11], encoding);
        Assert.Equal([-1000, -1, 0, 40, -1000, -1, 0, 40, 3000, 3095, 2047], result.Pixels.ToArray());
    }

    [Theory]
    [InlineData(16, false, 0)]     // 16 bits cannot have wrapped at 4096
    [InlineData(12, true, 0)]      // declared signed: read right already
    [InlineData(12, false, -100)]  // an ordinary CT intercept
    [InlineData(12, false, -1024)]
    public void Apply_SoundEncoding_IsNotUnwrapped(int bits, bool signed, double intercept)
    {
        var encoding = new PixelEncoding { BitsStored = bits, Signed = signed, Intercept = intercept, Modality = "CT" };
        Assert.Equal(3096 + intercept, Apply.To(new HounsfieldTransform(), [3096], [1, 1, 1], encoding).Pixels[0]);
    }

    [Fact]
    public void Apply_Twice_ChangesNothingMore()
    {
        var encoding = new PixelEncoding { BitsStored = 12, Modality = "CT" };
        var once = Apply.To(new HounsfieldTransform(), Apply.Sample([3096, 40], [1, 1, 2], encoding));
        Assert.Equal([-1000, 40], Apply.To(new HounsfieldTransform(), once).Image.Pixels.ToArray());
    }

    [Fact]
    public void Apply_MagneticResonance_SaysThatOnlyCtHasHounsfieldUnits()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(new HounsfieldTransform(), [1], [1, 1, 1], new PixelEncoding { Modality = "MR" }));
        Assert.Equal("the image's modality is 'MR', and only CT has Hounsfield units. Leave hounsfield out of the transforms.", error.Message);
    }
}
