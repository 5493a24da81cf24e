using System.Globalization;

namespace Framework.Components.Data.Npz;

/// <summary>The MedMNIST collections (Yang 2023) as they are published: small images and labels of three parts in one file.</summary>
/// <remarks>
/// A case is called by its part and number, such as <c>train/12</c>; the part is its fact <c>part</c>. The files do not say who the patients are:
/// each image counts as one. Images are (channel, y, x) or (channel, z, y, x) of 0 to 255.
/// </remarks>
/// <param name="options">The file and its labels.</param>
public sealed class MedMnistSource(MedMnistOptions options) : IDataSource
{
    private static readonly string[] Parts = ["train", "val", "test"];

    private readonly Dictionary<string, Lazy<NpyArray>> _images = Parts.ToDictionary(part => part, part => new Lazy<NpyArray>(() => Read(options, $"{part}_images")));

    /// <inheritdoc />
    public DataIndex Index(IndexContext context)
    {
        var cases = new List<Case>();
        foreach (var part in Parts)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var facts = new Dictionary<string, string> { ["part"] = part };
            var labels = Read(options, $"{part}_labels");
            var row = new float[labels.ItemLength];
            for (var i = 0; i < labels.Count; i++)
            {
                labels.Read(i, row);
                var id = string.Create(CultureInfo.InvariantCulture, $"{part}/{i}");
                cases.Add(new Case { Id = id, Subject = id, Labels = Labels(row, part, i), Attributes = facts });
            }
        }

        return new DataIndex { Labels = options.Labels, Cases = cases, Fingerprint = DataFingerprint.Of(options.Labels, cases) };
    }

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var at = item.Id.IndexOf('/', StringComparison.Ordinal);
        var images = _images[item.Id[..at]].Value;
        int[] shape = [.. images.Shape.Skip(1)];
        var coloured = shape is [_, _, 3];
        if (shape.Length is not (2 or 3))
            throw new DataFormatException($"{options.File}: the images have {shape.Length} axes. Pictures have two, or three with colours; volumes have three.");
        var image = workspace.Allocate(coloured ? [3, shape[0], shape[1]] : [1, .. shape]);
        if (!coloured)
        {
            images.Read(int.Parse(item.Id.AsSpan(at + 1), CultureInfo.InvariantCulture), image.Pixels);
            return new Sample(item, image);
        }

        var pixels = new float[images.ItemLength];
        images.Read(int.Parse(item.Id.AsSpan(at + 1), CultureInfo.InvariantCulture), pixels);
        for (var i = 0; i < pixels.Length; i++)
            image.Channel(i % 3)[i / 3] = pixels[i];
        return new Sample(item, image);
    }

    private double[] Labels(float[] row, string part, int number)
    {
        if (row.Length == options.Labels.Count)
            return [.. row.Select(value => (double)value)];
        if (row.Length == 1 && row[0] >= 0 && row[0] < options.Labels.Count && row[0] == (int)row[0])
            return [.. options.Labels.Select((_, label) => label == (int)row[0] ? 1.0 : 0.0)];
        throw new DataFormatException(string.Create(CultureInfo.InvariantCulture,
            $"{options.File}: the labels of {part}/{number} are {string.Join(", ", row)}, and 'labels' names {options.Labels.Count}. Name one for each column, or one for each class."));
    }

    private static NpyArray Read(MedMnistOptions options, string array) => NpzFile.Read(options.File, options.File, array);
}
