using Framework.Components.Audit;
using Framework.Components.Data.Npz;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Audit;

public sealed class MedMnistAuditTests
{
    [SharedDataFact]
    public void Look_PneumoniaMnist_FindsExactlyTheEightValidationImagesThatAreTrainingImages()
    {
        var source = new MedMnistSource(new MedMnistOptions { File = SharedData.File("data", "medmnist", "pneumoniamnist_reassembled.npz"), Labels = ["pneumonia"] });
        var index = source.Index(new IndexContext { CacheFolder = "" });
        var images = new ImageFingerprint?[index.Cases.Count];
        Parallel.For(0, images.Length, () => new SampleWorkspace(), (at, _, workspace) =>
        {
            images[at] = Fingerprint.Of(source.Load(index.Cases[at], workspace).Image);
            workspace.Reset();
            return workspace;
        }, workspace => workspace.Dispose());

        var findings = DataAudit.Look(new AuditInput { Index = index, Divisions = [new AuditDivision([.. index.Cases.Select(PartOf)])], Images = images });

        // Compared byte by byte in NumPy: 27 groups of copies, 31 pairs; 8 of the groups lie in train and validate, none elsewhere.
        var leak = Assert.Single(findings, finding => finding.Severity == AuditSeverity.Leak);
        Assert.Equal(("pixels", "train", "validate", 8), (leak.Kind, leak.Parts[0], leak.Parts[1], leak.Count));
        Assert.Equal([61, 105, 172, 236, 244, 253, 302, 473], leak.Cases.SelectMany(cases => cases).Where(name => name.StartsWith("val/", StringComparison.Ordinal)).Select(name => int.Parse(name[4..])).Order());
        Assert.Equal([("pixels", 27)], findings.Where(finding => finding != leak).Select(finding => (finding.Kind, finding.Count)));
    }

    private static Part PartOf(Case item) => item.Attributes["part"] switch { "train" => Part.Train, "val" => Part.Validate, _ => Part.Test };
}
