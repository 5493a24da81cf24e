using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Transforms.Intensity;

/// <param name="Sigma">In voxels.</param>
/// <param name="Padding">What lies beyond the edge.</param>
internal sealed partial record GaussianBlur((double X, double Y, double Z) Sigma, Edge Padding) : IIntensityChange
{
    public Image Apply(Image image, SampleWorkspace workspace)
    {
        var plane = image.Width * image.Height;
        var result = Along(image, GaussianKernel.Of(Sigma.X), new Line(1, image.Width, IsRow: true), workspace);
        result = Along(result, GaussianKernel.Of(Sigma.Y), new Line(image.Width, image.Height), workspace);
        return Along(result, GaussianKernel.Of(Sigma.Z), new Line(plane, image.Depth), workspace);
    }

    private readonly record struct Line(int Step, int Size, bool IsRow = false);

    private Image Along(Image image, float[] kernel, Line line, SampleWorkspace workspace)
    {
        if (kernel.Length == 1)
            return image;
        var result = Voxels.Allocate(image, workspace);
        _ = image.Pixels;
        workspace.Divide(image.Length / image.Width, (long)image.Length * kernel.Length, (from, to) =>
        {
            var padded = new float[image.Width + kernel.Length - 1];
            for (var row = from; row < to; row++)
            {
                if (line.IsRow)
                    AlongRow(image, row, kernel, padded, result);
                else
                    AcrossRows(image, row, kernel, line, result);
            }
        });
        return result;
    }

    private void AlongRow(Image image, int row, float[] kernel, float[] padded, Image result)
    {
        var (width, tail) = (image.Width, kernel.Length / 2);
        var source = image.Pixels.Slice(row * width, width);
        var target = result.Pixels.Slice(row * width, width);
        for (var i = 0; i < padded.Length; i++)
            padded[i] = EdgeVoxel.At(i - tail, width, Padding) is var at and >= 0 ? source[at] : 0;
        target.Clear();
        for (var tap = 0; tap < kernel.Length; tap++)
            LinearMap.AddScaled(padded.AsSpan(tap, width), target, kernel[tap]);
    }

    private void AcrossRows(Image image, int row, float[] kernel, Line line, Image result)
    {
        var (width, tail) = (image.Width, kernel.Length / 2);
        var target = result.Pixels.Slice(row * width, width);
        var place = row * width / line.Step % line.Size;
        target.Clear();
        for (var tap = 0; tap < kernel.Length; tap++)
        {
            var at = EdgeVoxel.At(place + tap - tail, line.Size, Padding);
            if (at >= 0)
                LinearMap.AddScaled(image.Pixels.Slice((row * width) + ((at - place) * line.Step), width), target, kernel[tap]);
        }
    }
}
