namespace Framework.Sdk;

/// <summary>Puts the images of several cases one behind the other.</summary>
internal static class JoinedSample
{
    /// <summary>The sample of a joined case.</summary>
    /// <param name="item">The joined case.</param>
    /// <param name="parts">Its parts, loaded, in order.</param>
    /// <param name="workspace">Where the joined images go.</param>
    /// <returns>
    /// Images (channel, part, y, x) of parts (channel, y, x), with the geometry of the stack; of parts (channel, z, y, x) images (channel, part x z, y, x) of as many
    /// <see cref="Image.Instances"/>, with the geometry of the first.
    /// </returns>
    /// <exception cref="DataFormatException">A part has another size than the first, or lacks an image that it has.</exception>
    public static Sample Of(Case item, IReadOnlyList<Sample> parts, SampleWorkspace workspace)
    {
        var first = parts[0];
        var joined = new Sample(item, Join(parts, Sample.ImageName, workspace));
        foreach (var (name, _) in first.Images)
        {
            if (name != Sample.ImageName)
                joined = joined.With(Join(parts, name, workspace), name);
        }

        var stages = parts.SelectMany(part => part.Earlier.Keys).Distinct();
        return joined
            .With((IReadOnlyList<Box>)[.. parts.SelectMany(part => part.Boxes)])
            .With((IReadOnlyList<Landmark>)[.. parts.SelectMany(part => part.Landmarks)])
            .With(stages.ToDictionary(stage => stage, stage => (IReadOnlyList<StageOutput>)[.. parts.SelectMany(part => part.Earlier.GetValueOrDefault(stage, []))]));
    }

    private static Image Join(IReadOnlyList<Sample> parts, string name, SampleWorkspace workspace)
    {
        var first = parts[0][name];
        int[] shape = [first.Channels, parts.Count * first.Depth, first.Height, first.Width];
        Geometry[] places = [.. parts.Select(part => Of(part, name, first, parts[0]).Geometry)];
        var result = workspace.Allocate(shape, first, Geometry(parts, name), instances: first.Dimensions == 3 ? parts.Count : null, places: places);
        var (piece, step) = (first.Length / first.Channels, result.Length / result.Channels);
        for (var at = 0; at < parts.Count; at++)
        {
            var image = Of(parts[at], name, first, parts[0]);
            for (var channel = 0; channel < first.Channels; channel++)
                image.Channel(channel).CopyTo(result.Pixels.Slice((channel * step) + (at * piece), piece));
        }

        return result;
    }

    private static Image Of(Sample part, string name, Image first, Sample firstPart)
    {
        var image = part.Images.FirstOrDefault(pair => pair.Name == name).Image
            ?? throw new DataFormatException($"case '{part.Case.Id}': it has no '{name}', and case '{firstPart.Case.Id}', which it is joined with, has one.");
        return image.Shape.SequenceEqual(first.Shape) ? image : throw new DataFormatException(
            $"case '{part.Case.Id}': its '{name}' is {Describe(image)} after the transforms, and that of case '{firstPart.Case.Id}', which it is joined with, {Describe(first)}. Add resize to the transforms.");
    }

    // From the first slice to the last, so that a stack is as deep in millimetres as it is in the patient.
    private static Geometry Geometry(IReadOnlyList<Sample> parts, string name)
    {
        var (first, last) = (parts[0][name], parts[^1].Images.FirstOrDefault(pair => pair.Name == name).Image);
        if (first.Dimensions == 3 || parts.Count == 1 || last is null || IsAt(first.Geometry.Affine, last.Geometry.Affine))
            return first.Geometry;
        var affine = first.Geometry.Affine.ToArray();
        var end = last.Geometry.Affine;
        for (var axis = 0; axis < 3; axis++)
            affine[(axis * 4) + 2] = (end[(axis * 4) + 3] - affine[(axis * 4) + 3]) / (parts.Count - 1);
        return new Geometry(affine);
    }

    private static bool IsAt(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => a[3] == b[3] && a[7] == b[7] && a[11] == b[11];

    private static string Describe(Image image) => string.Join(" x ", image.Shape.ToArray());
}
