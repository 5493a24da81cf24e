using Framework.Components.Data.Series;

namespace Framework.Components.Tests.Data.Series;

/// <summary>One head, scanned on its back (HFS) and on its face (HFP): between the two it was laid otherwise, and nothing else may differ.</summary>
/// <remarks>
/// The motion was found apart from this code, with pydicom, numpy and scipy's Powell search over six numbers, and over nine where the axes may
/// stretch as well: they came out as 1.001, 1.004 and 1.000. So what is left between the two is how the head was laid down.
/// </remarks>
public sealed class DecubitusTests : IDisposable
{
    private static readonly HeadMotion Laid = new((4.63, 0.73, -3.69), (-10.57, 44.03, -15.77));
    private readonly string _cache = Directory.CreateTempSubdirectory("framework-").FullName;
    private readonly SampleWorkspace _workspace = new();

    public void Dispose()
    {
        _workspace.Dispose();
        Directory.Delete(_cache, recursive: true);
    }

    [SharedDataFact]
    public void Read_OneHeadInTwoPositions_AgreesInThePatientsMillimetresOnceLaidAlike()
    {
        var (back, face) = (Smooth("HFS"), Smooth("HFP"));
        var agreed = Laid.Likeness(face, back);
        Assert.InRange(agreed, 0.93, 1);
        // Five millimetres either way along any axis, or five hundredths of the head's length, are seen.
        var middle = face.Geometry.ToPatient(new VoxelPoint(face.Width / 2, face.Height / 2, face.Depth / 2));
        foreach (var sign in new[] { -1, 1 })
        {
            HeadMotion[] wrong =
            [
                Laid with { Shift = (Laid.Shift.X + (5 * sign), Laid.Shift.Y, Laid.Shift.Z) },
                Laid with { Shift = (Laid.Shift.X, Laid.Shift.Y + (5 * sign), Laid.Shift.Z) },
                Laid with { Shift = (Laid.Shift.X, Laid.Shift.Y, Laid.Shift.Z + (5 * sign)) },
                Laid with { Centre = middle, Stretch = (1 + (0.08 * sign), 1, 1) },
                Laid with { Centre = middle, Stretch = (1, 1 + (0.08 * sign), 1) },
                Laid with { Centre = middle, Stretch = (1, 1, 1 + (0.08 * sign)) },
            ];
            Assert.All(wrong, motion => Assert.InRange(motion.Likeness(face, back), 0, agreed - 0.02));
        }
    }

    // What a reader makes that takes the table's axes for the patient's: the head on its face looks backwards, its left on its right.
    [SharedDataFact]
    public void Read_OneHeadInTwoPositions_DiffersWhereAnAxisIsTurnedRound()
    {
        var (back, face) = (Smooth("HFS"), Smooth("HFP"));
        var middle = face.Geometry.ToPatient(new VoxelPoint(face.Width / 2, face.Height / 2, face.Depth / 2));
        (double, double, double)[] turned = [(-1, 1, 1), (1, -1, 1), (1, 1, -1), (-1, -1, 1), (-1, 1, -1), (1, -1, -1)];
        Assert.All(turned, axes => Assert.InRange((Laid with { Centre = middle, Stretch = axes }).Likeness(face, back), -1, 0.9));
    }

    /// <summary>Twice the mean of 3 x 3 pixels of each slice, which noise does not survive.</summary>
    private Image Smooth(string folder)
    {
        var found = SeriesFinder.Find(SharedData.File("data", "dicom-mr-t1-decubitus", folder), new IndexContext { CacheFolder = _cache });
        var image = DicomVolume.Read(Assert.Single(found.Series), _workspace);
        return Mean(Mean(image));
    }

    private Image Mean(Image image)
    {
        var result = _workspace.Allocate(image.Shape, image);
        for (var z = 0; z < image.Depth; z++)
        {
            for (var y = 0; y < image.Height; y++)
            {
                for (var x = 0; x < image.Width; x++)
                {
                    var sum = 0f;
                    for (var k = 0; k < 9; k++)
                        sum += image.Pixels[(((z * image.Height) + Math.Clamp(y + (k / 3) - 1, 0, image.Height - 1)) * image.Width) + Math.Clamp(x + (k % 3) - 1, 0, image.Width - 1)];
                    result.Pixels[(((z * image.Height) + y) * image.Width) + x] = sum / 9;
                }
            }
        }

        return result;
    }
}
