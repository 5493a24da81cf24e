using Framework.Components.Transforms.Intensity;
using TorchSharp;

namespace Framework.Components.Transforms;

/// <param name="Mean">Of each channel, or one for all.</param>
/// <param name="Deviation">Of each channel, or one for all.</param>
internal sealed record Normalisation(IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation) : IIntensityChange
{
    public Image Apply(Image image, SampleWorkspace workspace)
    {
        Check(image.Channels);
        var result = workspace.Allocate(image.Shape, image);
        for (var channel = 0; channel < image.Channels; channel++)
        {
            var (from, at) = (channel, Mean.Count == 1 ? 0 : channel);
            Voxels.Each(image.Length / image.Channels, workspace, (first, length) => LinearMap.Apply(
                image.Channel(from).Slice(first, length), result.Channel(from).Slice(first, length), (float)(1 / Deviation[at]), (float)(-Mean[at] / Deviation[at])));
        }

        return result;
    }

    /// <summary>The same for (case, channel, [z,] y, x).</summary>
    public torch.Tensor Apply(torch.Tensor rows)
    {
        Check((int)rows.shape[1]);
        long[] spread = [1, -1, .. Enumerable.Repeat(1L, (int)rows.Dimensions - 2)];
        torch.Tensor Figures(Func<int, double> figure) => torch.tensor(Enumerable.Range(0, Mean.Count).Select(i => (float)figure(i)).ToArray(), device: rows.device).reshape(spread);
        return (rows * Figures(i => 1 / Deviation[i])) + Figures(i => -Mean[i] / Deviation[i]);
    }

    private void Check(int channels)
    {
        if (Mean.Count != 1 && Mean.Count != channels)
            throw new DataFormatException($"normalise has figures for {Mean.Count} channels; the image has {channels}. Give one for each channel.");
    }
}
