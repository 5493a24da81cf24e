using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class OrientTransformTests : TransformContract
{
    protected override ITransform Create() => To("LPS");

    public static TheoryData<string> Codes
    {
        get
        {
            var codes = new TheoryData<string>();
            foreach (var order in new[] { "RAS", "RSA", "ARS", "ASR", "SRA", "SAR" })
            {
                for (var signs = 0; signs < 8; signs++)
                    codes.Add(string.Concat(order.Select((letter, i) => (signs & (1 << i)) == 0 ? letter : "LPI"["RAS".IndexOf(letter, StringComparison.Ordinal)])));
            }

            return codes;
        }
    }

    // Each of the 48 codes is reached, holds the same value at the same place of the patient, and leads back bit for bit.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Apply_EveryCode_MovesWholeVoxelsAndBack(string code)
    {
        var geometry = new Geometry([0.1, 0, 2.5, -3, 0.9, 0.1, 0, 4, -0.1, -0.8, 0.1, 5, 0, 0, 0, 1]);
        Assert.Equal("AIR", AxisCode.Of(geometry).Letters);
        var image = Reference.Random([2, 3, 4, 5], 1, geometry);
        var turned = Apply.To(To(code), new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image)).Image;
        Assert.Equal(code, AxisCode.Of(turned.Geometry).Letters);
        var corner = turned.Geometry.ToPatient(default);
        var source = image.Geometry.ToVoxel(corner);
        var at = (((Math.Round(source.Z) * 4) + Math.Round(source.Y)) * 5) + Math.Round(source.X);
        Assert.Equal(image.Pixels[(int)at], turned.Pixels[0]);
        using var workspace = new SampleWorkspace();
        Assert.Equal(image.Pixels.ToArray(), SpatialTransforms.ReturnToGrid(turned, VoxelGrid.Of(image), workspace).Pixels.ToArray());
    }

    [Fact]
    public void Apply_SliceToAnotherPlane_SaysWhyNot()
    {
        var error = Assert.Throws<DataFormatException>(() => Apply.To(To("SRA"), [1], [1, 1, 1]));
        Assert.Equal("a single slice with axes RAS cannot be turned to SRA: its own normal would have to lie in the picture. Choose a code whose third letter is S or its opposite, or leave orient out.", error.Message);
    }

    [Fact]
    public void Parse_NoCode_SaysWhatIsOne()
    {
        var error = Assert.Throws<FormatException>(() => AxisCode.Parse("RLS"));
        Assert.Equal("'RLS' is no axis code. It is three letters, one each of R or L, A or P, S or I, such as RAS.", error.Message);
    }

    private static OrientTransform To(string code) => new(new OrientOptions { Axes = AxisCode.Parse(code) });
}
