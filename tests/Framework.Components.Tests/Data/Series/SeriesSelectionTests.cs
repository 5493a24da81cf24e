using Framework.Components.Data.Series;

namespace Framework.Components.Tests.Data.Series;

public sealed class SeriesSelectionTests
{
    private static readonly SeriesSummary Scout = new() { Id = "1", Number = 1, Modality = "MR", Description = "3-plane", Plane = SeriesPlane.Coronal, Slices = 3, Thickness = 8 };
    private static readonly SeriesSummary Plain = new() { Id = "2", Number = 2, Modality = "MR", Description = "T1_TSE_TRA", ScanningSequence = "SE", Plane = SeriesPlane.Axial, Slices = 24, Thickness = 5 };
    private static readonly SeriesSummary Volume = new() { Id = "3", Number = 3, Modality = "MR", Description = "t1_mprage", Protocol = "T1 MPRAGE", ScanningSequence = "GR\\IR", SequenceName = "*tfl3d1", Plane = SeriesPlane.Sagittal, Slices = 176, Thickness = 1 };
    private static readonly SeriesSummary Enhanced = Plain with { Id = "4", Number = 4, Description = "T1_TSE_TRA_KM", HasContrast = true };
    private static readonly SeriesSummary Repeated = Enhanced with { Id = "5", Number = 5, Slices = 22 };
    private static readonly SeriesSummary[] All = [Scout, Plain, Volume, Enhanced, Repeated];

    [Fact]
    public void Choose_SeveralRules_TakesTheFirstThatASeriesFitsAndSaysWhyNotTheOthers()
    {
        var choice = Selection(SeriesTieBreak.MostSlices, new SeriesRule { Contrast = true, Plane = SeriesPlane.Axial, Name = ["*t1*"] }, new SeriesRule { Name = ["*mprage*"] }).Choose(All);
        Assert.Same(Enhanced, choice.Chosen);
        Assert.Equal(All, choice.Reasons.Select(reason => reason.Series));
        Assert.Equal([0, 0, 2, 1, 1], choice.Reasons.Select(reason => reason.Rule));
        Assert.Equal(
            [
                "rule 1: no contrast agent is named; rule 2: its name fits none of '*mprage*'",
                "rule 1: no contrast agent is named; rule 2: its name fits none of '*mprage*'",
                "fits rule 2, and another series fits rule 1",
                "chosen by rule 1 of 2",
                "fits rule 1 too, with 22 slices beside 24",
            ],
            choice.Reasons.Select(reason => reason.Text));
    }

    [Fact]
    public void Choose_NoSeriesFitsTheFirstRule_TakesTheSecond()
    {
        var choice = Selection(SeriesTieBreak.MostSlices, new SeriesRule { Modality = "CT" }, new SeriesRule { MaximumThickness = 2 }).Choose(All);
        Assert.Same(Volume, choice.Chosen);
        Assert.Equal("chosen by rule 2 of 2", choice.Reasons[2].Text);
        Assert.Equal("rule 1: modality is 'MR', not 'CT'; rule 2: slices are 8 mm thick, more than 2", choice.Reasons[0].Text);
    }

    [Theory]
    [InlineData(SeriesTieBreak.MostSlices, "4", "fits rule 1 too, with 22 slices beside 24")]
    [InlineData(SeriesTieBreak.First, "4", "fits rule 1 too, and the chosen series came before it (series 4, 5)")]
    [InlineData(SeriesTieBreak.Last, "5", "fits rule 1 too, and the chosen series came after it (series 5, 4)")]
    public void Choose_SeveralFit_BreaksTheTieWhateverTheirOrder(SeriesTieBreak tieBreak, string chosen, string other)
    {
        var selection = Selection(tieBreak, new SeriesRule { Contrast = true });
        foreach (var series in new[] { All, [.. All.Reverse()] })
        {
            var choice = selection.Choose(series);
            Assert.Equal(chosen, choice.Chosen!.Id);
            Assert.Equal(other, choice.Reasons.Single(reason => reason.Rule == 1 && reason.Series != choice.Chosen).Text);
        }
    }

    public static TheoryData<SeriesRule, string?> Conditions => new()
    {
        { new SeriesRule { Modality = "mr" }, null },
        { new SeriesRule { Contrast = false, Plane = SeriesPlane.Sagittal, MinimumThickness = 1, MaximumThickness = 1, MinimumSlices = 176, MaximumSlices = 176 }, null },
        { new SeriesRule { Name = ["nothing", "T1 MPR?GE"] }, null },
        { new SeriesRule { Name = ["mprage"] }, "its name fits none of 'mprage'" },
        { new SeriesRule { NotName = ["*scout*", "*MPRAGE"] }, "its name fits '*MPRAGE', which is excluded" },
        { new SeriesRule { Sequence = ["ir"] }, null },
        { new SeriesRule { Sequence = ["?tfl*"] }, null },
        { new SeriesRule { Sequence = ["SE", "EP"] }, "its sequence fits none of 'SE', 'EP'" },
        { new SeriesRule { Contrast = true }, "no contrast agent is named" },
        { new SeriesRule { Plane = SeriesPlane.Axial }, "slices are sagittal, not axial" },
        { new SeriesRule { MinimumThickness = 1.5 }, "slices are 1 mm thick, less than 1.5" },
        { new SeriesRule { MinimumSlices = 200 }, "it has 176 slices, less than 200" },
        { new SeriesRule { MaximumSlices = 100 }, "it has 176 slices, more than 100" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Choose_OneCondition_FitsOrSaysWhyNot(SeriesRule rule, string? misfit)
    {
        var choice = Selection(SeriesTieBreak.First, rule).Choose([Volume]);
        Assert.Equal(misfit is null, choice.Chosen is not null);
        Assert.Equal(misfit is null ? "chosen by rule 1 of 1" : "rule 1: " + misfit, Assert.Single(choice.Reasons).Text);
    }

    [Fact]
    public void Choose_ThicknessNotKnown_IsAMisfit() =>
        Assert.Equal("rule 1: its slice thickness is not known", Selection(SeriesTieBreak.First, new SeriesRule { MaximumThickness = 2 }).Choose([Volume with { Thickness = double.NaN }]).Reasons[0].Text);

    [Fact]
    public void Choose_NameOfAPerson_IsNeverQuoted()
    {
        var named = Volume with { Description = "MPRAGE Erika Mustermann", Protocol = "Erika Mustermann", SequenceName = "Erika Mustermann", Patient = "Erika Mustermann" };
        SeriesRule[] rules = [new() { Name = ["x"] }, new() { NotName = ["*"] }, new() { Sequence = ["x"] }, new() { Contrast = true }];
        Assert.All(rules, rule => Assert.DoesNotContain("Mustermann", Selection(SeriesTieBreak.First, rule).Choose([named]).Reasons[0].Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(0, SeriesPlane.Axial)]
    [InlineData(29, SeriesPlane.Axial)]
    [InlineData(31, SeriesPlane.Oblique)]
    [InlineData(59, SeriesPlane.Oblique)]
    [InlineData(61, SeriesPlane.Coronal)]
    [InlineData(90, SeriesPlane.Coronal)]
    public void Plane_SlicesTurnedAboutTheRow_FollowsTheirNormal(double degrees, SeriesPlane plane)
    {
        using var folder = new SeriesFolder();
        var (c, s) = (Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180));
        folder.Write("a.dcm", new SliceFile { Orientation = [1, 0, 0, 0, c, s] });
        Assert.Equal(plane, folder.Single().Summary.Plane);
    }

    [Theory]
    [InlineData("Gadovist", true)]
    [InlineData("NONE", false)]
    [InlineData("no", false)]
    [InlineData("", false)]
    public void HasContrast_AgentNamedOrNot_SaysSo(string agent, bool contrast)
    {
        using var folder = new SeriesFolder();
        folder.Write("a.dcm", new SliceFile { Extra = new Dictionary<FellowOakDicom.DicomTag, object> { [FellowOakDicom.DicomTag.ContrastBolusAgent] = agent } });
        Assert.Equal(contrast, folder.Single().Summary.HasContrast);
    }

    private static SeriesSelection Selection(SeriesTieBreak tieBreak, params SeriesRule[] rules) => new(new SelectSeriesOptions { Prefer = rules, TieBreak = tieBreak });
}
