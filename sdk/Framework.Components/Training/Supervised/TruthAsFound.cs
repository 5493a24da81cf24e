using Framework.Components.Data.Loading;

namespace Framework.Components.Training.Supervised;

/// <summary>The truth of a case in the form of what a network finds, for trying what reads the network's findings.</summary>
internal static class TruthAsFound
{
    /// <summary>Objects with a score of 1, or the true label map; nothing where the truth is not known. Null where neither is asked for.</summary>
    public static (CaseFindings Findings, Image? Mask)? Of(SupervisedOptions options, SamplePipeline pipeline, Case item, SampleWorkspace workspace)
    {
        if (options is { Masks: null, Objects: null })
            return null;
        var scan = new ScanView(pipeline).Load(item, workspace);
        return options.Masks is { } masks ? OfMask(masks, scan, workspace) : OfObjects(options.Objects!, scan);
    }

    private static (CaseFindings, Image?) OfMask(MaskOptions options, Sample scan, SampleWorkspace workspace)
    {
        var grid = VoxelGrid.Of(scan.Image);
        var map = workspace.Allocate(grid.Shape(1), geometry: grid.Geometry);
        var classes = new long[map.Length];
        new SampleMask(options with { Optional = true }).Read(scan, classes);
        for (var i = 0; i < classes.Length; i++)
            map.Pixels[i] = Math.Max(classes[i], 0);
        ClassOverlap[] overlaps = [.. options.Foreground.Select((name, at) => new ClassOverlap(name, classes.LongCount(value => value == at + 1), null, null))];
        return (new CaseFindings { Grid = grid, Classes = options.Foreground, Overlaps = overlaps }, map);
    }

    // Boxes do where masks are not known.
    private static (CaseFindings, Image?) OfObjects(ObjectOptions options, Sample scan)
    {
        var hasMasks = options.Masks && scan.Images.Any(pair => pair.Name == ObjectOptions.MaskName);
        var truths = new SampleObjects(options with { Masks = hasMasks }).Of(scan).ToTruths(options.Classes);
        return (new CaseFindings { Grid = VoxelGrid.Of(scan.Image), Classes = options.Classes, Found = truths }, null);
    }
}
