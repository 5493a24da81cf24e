namespace Framework.Components.Tests.Splits;

/// <summary>Subjects with random labels and sites: rare and common, dependent and independent, with missing ones; 1 to 5 cases each.</summary>
internal static class RandomCohort
{
    public static List<Subject> Subjects(RandomStream random, int count, int labels, int sites)
    {
        double[] prevalence = [.. Enumerable.Range(0, labels).Select(_ => random.Uniform(0.02, 0.6))];
        var (alike, missing) = (random.Chance(0.3) ? 0.6 : 0, random.Chance(0.3) ? 0.1 : 0);
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var own = new double[labels];
            for (var label = 0; label < labels; label++)
            {
                var copies = label > 0 && random.Chance(alike);
                own[label] = random.Chance(missing) ? double.NaN : copies ? own[0] : random.Chance(prevalence[label]) ? 1 : 0;
            }

            return new Subject { Id = $"s{at:00000}", Site = sites == 0 ? "" : $"site {Math.Min(random.Next(sites), random.Next(sites))}", Cases = 1 + random.Next(5), Labels = own };
        })];
    }

    /// <summary>An index whose cases give those subjects.</summary>
    public static DataIndex Index(IReadOnlyList<Subject> subjects)
    {
        string[] labels = [.. Enumerable.Range(0, subjects[0].Labels.Count).Select(label => $"l{label}")];
        Case[] cases = [.. subjects.SelectMany(subject => Enumerable.Range(0, subject.Cases)
            .Select(at => new Case { Id = $"{subject.Id}-{at}", Subject = subject.Id, Site = subject.Site, Labels = subject.Labels }))];
        return new DataIndex { Labels = labels, Cases = cases, Fingerprint = DataFingerprint.Of(labels, cases) };
    }
}
