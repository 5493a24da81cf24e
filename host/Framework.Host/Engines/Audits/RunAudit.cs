using System.Globalization;
using Framework.Components.Audit;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Audits;

/// <summary>Audits the data of an experiment: identities and labels at once, images where there are few or somebody asks for them.</summary>
internal sealed class RunAudit(RunStore store, IRunScreen screen)
{
    private const int FewImages = 5000;
    private const long FewBytes = 2_000_000_000;

    /// <summary>Looks at everything that the experiment says: the data of all stages, as every variant divides them.</summary>
    /// <param name="experiment">Says what to look for.</param>
    /// <param name="variants">The cases and how they are divided.</param>
    /// <param name="images">Whether to compare images; <see cref="AuditImages.Auto"/> where there are few.</param>
    /// <param name="cancellation">Stops the work.</param>
    public AuditReport Look(Experiment experiment, IReadOnlyList<PreparedExperiment> variants, AuditImages images, CancellationToken cancellation)
    {
        return Join([.. Each(experiment, variants, images, cancellation).Select(each => each.Report)]);
    }

    /// <summary>A report for each division of each source's cases.</summary>
    private List<(PreparedData Data, AuditReport Report)> Each(Experiment experiment, IReadOnlyList<PreparedExperiment> variants, AuditImages images, CancellationToken cancellation) =>
        [.. variants.SelectMany(Sources).DistinctBy(pair => pair.Data, ReferenceEqualityComparer.Instance).Select(pair => (pair.Data, Look(experiment, pair.Section, pair.Data, images, cancellation)))];

    private static AuditReport Join(IReadOnlyList<AuditReport> all)
    {
        return new AuditReport(all.Sum(report => report.Cases), all.Sum(report => report.Images), [.. all.SelectMany(report => report.NotDone).Distinct()],
            [.. all.SelectMany(report => report.Findings).OrderByDescending(finding => finding.Severity)]);
    }

    /// <summary>Looks, and stops where the experiment says that a leak must not be.</summary>
    /// <inheritdoc cref="Look(Experiment, IReadOnlyList{PreparedExperiment}, AuditImages, CancellationToken)" />
    /// <exception cref="AuditException">There is one.</exception>
    public AuditReport Judge(Experiment experiment, IReadOnlyList<PreparedExperiment> variants, AuditImages images, CancellationToken cancellation)
    {
        var each = Each(experiment, variants, images, cancellation);
        var report = Join([.. each.Select(one => one.Report)]);
        foreach (var finding in report.Findings.Where(finding => finding.Severity != AuditSeverity.Note))
            screen.Warn($"audit: {finding.Words}");
        // An unsafe split is there to show what a leak does.
        var leaks = each.Where(one => !one.Data.Split.IsUnsafe).Sum(one => one.Report.Findings.Count(finding => finding.Severity == AuditSeverity.Leak));
        if (leaks > 0 && experiment.Audit.Leaks == AuditPolicy.Fail)
            throw new AuditException($"the audit found {(leaks == 1 ? "a leak" : string.Create(CultureInfo.InvariantCulture, $"{leaks} leaks"))} between parts of the data, so that scores would be too good; `framework audit {experiment.File}` lists the cases. "
                + "Mend the data, or set audit.leaks: warn to go on all the same.");
        return report;
    }

    private static IEnumerable<(DataSection Section, PreparedData Data)> Sources(PreparedExperiment variant) =>
        variant.Experiment.Stages.Where(stage => stage.Data is not null).Select(stage => (stage.Data!, variant.Data.Own[stage.Name])).Prepend((variant.Experiment.Data, variant.Data));

    private AuditReport Look(Experiment experiment, DataSection section, PreparedData data, AuditImages images, CancellationToken cancellation)
    {
        var notDone = new List<string>();
        var prints = Compares(images, data, notDone) ? new CaseImages(store, screen).Of(section, data, notDone, cancellation) : [];
        var input = new AuditInput
        {
            Index = data.Index,
            Divisions = [.. Divisions(data)],
            LabelRules = ReferenceEquals(section, experiment.Data) ? experiment.Audit.LabelRules : [],
            Images = prints,
            Pretraining = experiment.Audit.Pretraining.Count == 0 ? null : PretrainingFiles.Read(experiment, section, store),
        };
        return new AuditReport(data.Index.Cases.Count, prints.Count(print => print is not null), notDone, DataAudit.Look(input));
    }

    private static bool Compares(AuditImages images, PreparedData data, List<string> notDone)
    {
        if (images == AuditImages.All)
            return true;
        var isFew = data.Index.Cases.Count <= FewImages && BytesOf(data) <= FewBytes;
        if (images == AuditImages.Auto && isFew)
            return true;
        notDone.Add(images == AuditImages.None
            ? "Images were not compared, as audit.images: none says."
            : string.Create(CultureInfo.InvariantCulture, $"Images were not compared before the run: there are more than {FewImages:N0}, or {FewBytes / 1e9:N0} GB of them. `framework audit` compares them, and audit.images: all does before each run."));
        return false;
    }

    private static long BytesOf(PreparedData data) => data.Source is not ICaseFiles files ? 0
        : data.Index.Cases.SelectMany(files.FilesOf).Distinct(StringComparer.Ordinal).Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length);

    private static IEnumerable<AuditDivision> Divisions(PreparedData data) =>
        from repeat in Enumerable.Range(0, data.Split.Repeats)
        from fold in Enumerable.Range(0, data.Split.Folds)
        select new AuditDivision([.. data.Index.Cases.Select(item => data.Split.PartOf(item, fold, repeat))]);
}
