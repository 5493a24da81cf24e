using System.Globalization;
using Framework.Components.Data.Tables;
using Framework.Components.Data.Volumes;
using Framework.Components.Transforms.Annotations;
using Framework.Components.Transforms.Spatial;
using Framework.Plugins.DeepSpine.Tests.Phantom;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Tests;

/// <summary>Discs named by the bodies of true masks, against where the phantom put them. A fifth of the spines end above the sacrum.</summary>
public sealed class LevelNamingTests(SmallCohort cohort) : IClassFixture<SmallCohort>
{
    private static readonly ITransform Middle = new SliceTransform(new SliceOptions { Position = 0.5 });
    private static readonly ITransform Naming = new NameLevelsTransform(new NameLevelsOptions { Levels = DiscLevel.Names, WithoutSacrum = NoSacrum.LowestIsLast });

    [Fact]
    public void Apply_ToTrueMasks_NamesAtLeast95InAHundredDiscsRight()
    {
        var truth = CsvTable.Read(Path.Combine(cohort.Folder, "truth.csv"), "truth.csv");
        using var workspace = new SampleWorkspace();
        var (right, all) = (0, 0);
        foreach (var study in truth.Rows.GroupBy(row => row.Cells[0]))
        {
            var mask = VolumeFile.Read(Path.Combine(cohort.Folder, "vertebrae", $"{study.Key}.nii.gz"), "mask", workspace, new VolumeOptions());
            var context = new TransformContext(workspace, new RandomStream(1), Phase.Train);
            var sample = Middle.Apply(new Sample(new Case { Id = study.Key, Subject = study.Key, Labels = [] }, mask).With(mask, "mask"), context);
            var named = Naming.Apply(sample, context).Landmarks;
            foreach (var row in study)
            {
                double At(string axis) => double.Parse(row.Cells[truth.Find(axis)], CultureInfo.InvariantCulture);
                var disc = new PatientPoint(At("x"), At("y"), At("z"));
                right += named.FirstOrDefault(landmark => landmark.Name == row.Cells[1]) is { } found && (found.Place - disc).Length < 8 ? 1 : 0;
                all++;
            }
        }

        Assert.Equal(SmallCohort.Cases * DiscLevel.Count, all);
        Assert.True(right >= 0.95 * all, $"{right} of {all}");
    }
}
