namespace Framework.Components.Tests.Splits;

/// <summary>Subjects s00, s01... of the sites a, b, c in turn; every fourth is positive.</summary>
internal static class Cohorts
{
    public static List<Subject> OfThreeSites(int count) => [.. Enumerable.Range(0, count).Select(at => new Subject
    {
        Id = $"s{at:00}",
        Site = ((char)('a' + (at % 3))).ToString(),
        Cases = 2,
        Labels = [at % 4 == 0 ? 1 : 0],
    })];

    public static int Count(this IReadOnlyList<Part> fold, Part part) => fold.Count(own => own == part);
}
