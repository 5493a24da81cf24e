using System.Globalization;
using System.Text;
using Framework.Components.Data.Volumes.Nifti;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>Bright discs on noise: series of three slices, each slice a NIfTI file with a mask beside it, in a table for <c>cohort</c> that says by <c>disc</c> whether there is one.</summary>
internal static class BlobCohort
{
    private const int Slices = 3;

    /// <summary>Writes the cohort.</summary>
    /// <param name="folder">Where to; made where it is not there.</param>
    /// <param name="subjects">Number of subjects, each with one series; the last two of every five have no disc.</param>
    /// <param name="side">Rows and columns of a slice.</param>
    /// <param name="radius">The discs' radius in pixels.</param>
    public static void Write(string folder, int subjects, int side, int radius)
    {
        Directory.CreateDirectory(folder);
        var table = new StringBuilder("id,patient,series,image,mask,disc\n");
        var random = new RandomStream(7);
        for (var subject = 0; subject < subjects; subject++)
        {
            var (x, y) = (radius + 2 + random.Next(side - (2 * radius) - 4), radius + 2 + random.Next(side - (2 * radius) - 4));
            for (var z = 0; z < Slices; z++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"p{subject}-{z}");
                // The last slice of the first subject of every five lies beyond the object.
                var hasDisc = subject % 5 < 3 && !(subject % 5 == 0 && z == Slices - 1);
                WriteSlice(folder, name, side, z, pixel => hasDisc && Square((pixel % side) - x) + Square((pixel / side) - y) <= radius * radius, random);
                table.Append(CultureInfo.InvariantCulture, $"{name},p{subject},s{subject},{name}.nii.gz,{name}-mask.nii.gz,{(hasDisc ? 1 : 0)}\n");
            }
        }

        File.WriteAllText(Path.Combine(folder, "cohort.csv"), table.ToString());
    }

    private static int Square(int number) => number * number;

    private static void WriteSlice(string folder, string name, int side, int z, Func<int, bool> isDisc, RandomStream random)
    {
        using var workspace = new SampleWorkspace();
        var geometry = new Geometry([-0.5, 0, 0, 30, 0, 0.5, 0, -20, 0, 0, 2, 2 * z, 0, 0, 0, 1]);
        var (image, mask) = (workspace.Allocate([1, 1, side, side], geometry: geometry), workspace.Allocate([1, 1, side, side], geometry: geometry));
        for (var i = 0; i < image.Length; i++)
        {
            mask.Pixels[i] = isDisc(i) ? 1 : 0;
            image.Pixels[i] = (float)(0.1 * random.Normal()) + mask.Pixels[i];
        }

        NiftiFile.Write(Path.Combine(folder, $"{name}.nii.gz"), image);
        NiftiFile.Write(Path.Combine(folder, $"{name}-mask.nii.gz"), mask, NiftiVoxels.UInt8);
    }
}
