using System.Globalization;
using Framework.Components.Data.Volumes.Nifti;
using Framework.Components.Reporting;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Explaining;

/// <summary>The files of a unit's maps, under <c>units/&lt;unit&gt;/maps/</c>.</summary>
internal static class MapFiles
{
    /// <summary>Writes a map on the scan's own grid and as a picture.</summary>
    /// <param name="run">The run.</param>
    /// <param name="unit">The unit whose network was asked.</param>
    /// <param name="name">What the files are called, without their ending.</param>
    /// <param name="seen">The case as the network saw it.</param>
    /// <param name="scan">The case as it is in its file.</param>
    /// <param name="map">One value for each voxel that the network saw.</param>
    /// <param name="workspace">Where voxels are allocated.</param>
    /// <returns>Their paths within the run folder: map, picture.</returns>
    public static (string Map, string Picture) Write(RunFolder run, UnitFolder unit, string name, Sample seen, Sample scan, float[] map, SampleWorkspace workspace)
    {
        var folder = Directory.CreateDirectory(Path.Combine(unit.Path, "maps")).FullName;
        var (file, picture) = (Path.Combine(folder, name + ".nii.gz"), Path.Combine(folder, name + ".png"));
        var bag = seen.Image.Places is { } places ? BagMap.OnScan(places, seen.Image, scan.Image, map, workspace) : null;
        NiftiFile.Write(file, bag ?? OnScan(seen.Image, scan.Image, map, workspace));
        AtomicFile.Write(picture, stream => stream.Write(bag is null ? MapPicture.Draw(seen.Image, map) : MapPicture.Draw(scan.Image, bag.Pixels)));
        return (Path.GetRelativePath(run.Path, file), Path.GetRelativePath(run.Path, picture));
    }

    /// <summary>A file name for a case: its own name where a file may have it, else its number.</summary>
    public static string NameOf(string explainer, int number, string item)
    {
        var fits = item.Length is > 0 and <= 80 && item.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
        return string.Create(CultureInfo.InvariantCulture, $"{explainer}.{number + 1}.{(fits ? item : "case")}");
    }

    // Where the scan lies the geometry says; a slice is brought back into its volume as a volume of one slice.
    private static Image OnScan(Image seen, Image scan, float[] map, SampleWorkspace workspace)
    {
        var isSliceOfVolume = seen.Dimensions == 2 && scan.Dimensions == 3;
        var image = workspace.Allocate(isSliceOfVolume ? [1, 1, seen.Height, seen.Width] : [1, .. seen.Shape[1..]], geometry: seen.Geometry);
        map.CopyTo(image.Pixels);
        return image.Move(SpatialChange.Between(VoxelGrid.Of(image), VoxelGrid.Of(scan)), workspace);
    }
}
