using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every transform promises. A transform's test class inherits this and makes the transform; the facts come with it.</summary>
/// <remarks>Override the properties where the transform needs other images than one channel of CT values.</remarks>
public abstract partial class TransformContract
{
    private const string RampName = "ramp";

    /// <summary>Makes the transform under test; random ones with a probability of 1.</summary>
    protected abstract ITransform Create();

    /// <summary>Channels of the images it takes. Default: 1.</summary>
    protected virtual int Channels => 1;

    /// <summary>Encoding of the images it takes. Default: CT, stored values with an intercept of -1024.</summary>
    protected virtual PixelEncoding Encoding => new() { Slope = 1, Intercept = -1024, BitsStored = 12, Modality = "CT" };

    /// <summary>Whether it takes volumes too. Default: true.</summary>
    protected virtual bool TakesVolumes => true;

    /// <summary>Whether it takes single slices. Default: true.</summary>
    protected virtual bool TakesSlices => true;

    /// <summary>Whether it moves what lies in the patient, as elastic does, so that a straight line does not stay one. Default: false.</summary>
    protected virtual bool BendsThePatient => false;

    /// <summary>The images that each fact is tried on: odd sizes, single pixels, and volumes.</summary>
    protected virtual IReadOnlyList<int[]> Shapes =>
    [
        .. TakesSlices ? [[Channels, 1, 1], [Channels, 1, 7], [Channels, 5, 3], [Channels, 33, 47]] : Array.Empty<int[]>(),
        .. TakesVolumes ? [[Channels, 1, 4, 6], [Channels, 3, 9, 7]] : Array.Empty<int[]>(),
    ];

    /// <summary>Adds what the transform reads besides the image, such as another image or what an earlier stage said. Default: nothing.</summary>
    /// <param name="sample">With the image alone.</param>
    /// <param name="workspace">Where further images go.</param>
    protected virtual Sample Complete(Sample sample, SampleWorkspace workspace) => sample;

    private IEnumerable<int[]> Bodies => [.. TakesSlices ? [[96, 64]] : Array.Empty<int[]>(), .. TakesVolumes ? [[33, 96, 64]] : Array.Empty<int[]>()];

    /// <summary>The pixels, geometry and encoding of the input are as they were.</summary>
    [Fact]
    public void Apply_AnyImage_LeavesInputUntouched()
    {
        foreach (var shape in Shapes)
        {
            using var workspace = new SampleWorkspace();
            var sample = Fill(workspace, shape);
            var before = SampleText.Of(sample);
            Apply(Create(), sample, workspace, seed: 1);
            Assert.Equal(before, SampleText.Of(sample));
        }
    }

    /// <summary>The same stream gives the same pixels and geometry.</summary>
    [Fact]
    public void Apply_SameSeed_GivesSameResult()
    {
        foreach (var shape in Shapes)
        {
            using var workspace = new SampleWorkspace();
            var first = SampleText.Of(Apply(Create(), Fill(workspace, shape), workspace, seed: 7));
            Assert.Equal(first, SampleText.Of(Apply(Create(), Fill(workspace, shape), workspace, seed: 7)));
        }
    }

    /// <summary>One instance used by eight threads at once gives what it gives to one.</summary>
    [Fact]
    public void Apply_FromEightThreads_GivesWhatOneThreadGets()
    {
        var transform = Create();
        var expected = Enumerable.Range(0, 64).Select(i => ApplyAlone(transform, i)).ToArray();
        var actual = EightThreads.Run(expected.Length, i => ApplyAlone(transform, i));
        Assert.Equal(expected, actual);
    }

    /// <summary>Images of odd sizes keep finite values.</summary>
    [Fact]
    public void Apply_OddSizes_GivesFiniteValues()
    {
        foreach (var shape in Shapes)
        {
            using var workspace = new SampleWorkspace();
            foreach (var value in Apply(Create(), Fill(workspace, shape), workspace, seed: 3).Image.Pixels)
                Assert.True(float.IsFinite(value), $"an image of shape {string.Join(" x ", shape)} gave {value}");
        }
    }

    /// <summary>An image of zeros gives finite values; one without any pixel is passed on or refused in words.</summary>
    [Fact]
    public void Apply_EmptyImage_GivesFiniteValuesOrSaysWhyNot()
    {
        using var workspace = new SampleWorkspace();
        int[] slices = TakesSlices ? [] : [3];
        var zeros = Fill(workspace, [Channels, .. slices, 5, 6]);
        zeros.Image.Pixels.Clear();
        foreach (var value in Apply(Create(), zeros, workspace, seed: 4).Image.Pixels)
            Assert.True(float.IsFinite(value), $"an image of zeros gave {value}");
        var refusal = Record.Exception(() => { Apply(Create(), Fill(workspace, [Channels, .. slices, 0, 6]), workspace, seed: 4); });
        if (refusal is not null)
            Assert.Contains(". ", Assert.IsType<DataFormatException>(refusal).Message, StringComparison.Ordinal);
    }

    private string ApplyAlone(ITransform transform, int seed)
    {
        using var workspace = new SampleWorkspace();
        return SampleText.Of(Apply(transform, Fill(workspace, Shapes[seed % Shapes.Count]), workspace, (ulong)seed));
    }

    private protected static Sample Apply(ITransform transform, Sample sample, SampleWorkspace workspace, ulong seed) =>
        transform.Apply(sample, new TransformContext(workspace, new RandomStream(seed), Phase.Train));
}
