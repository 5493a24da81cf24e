namespace Framework.Components.Transforms.Intensity;

/// <param name="Mean">In the image's values.</param>
/// <param name="Deviation">In the image's values.</param>
/// <param name="Key">Of the stream that the noise is drawn from.</param>
internal sealed partial record GaussianNoise(double Mean, double Deviation, ulong Key) : IIntensityChange
{
    public Image Apply(Image image, SampleWorkspace workspace) => Voxels.Map(image, workspace, (from, to, first) =>
    {
        NormalNumbers.Fill(to, Key, first, (float)Mean, (float)Deviation);
        LinearMap.Add(from, to);
    });
}
