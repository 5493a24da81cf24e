using System.Text;
using Framework.Sdk;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>Drawn calls of readers R1 to R4, each scan once without and once with assistance: right as often as a given share, else any other class.</summary>
internal static class ReaderCalls
{
    private static readonly (string Condition, double Right)[] Conditions = [("unassisted", 0.68), ("assisted", 0.80)];

    /// <summary>The diseases as the cohort spells them.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["aSVD", "CAA", "CADASIL"];

    /// <summary>Writes the table: case, reader, condition, and 1 or 0 for each class.</summary>
    public static void Write(string path, IEnumerable<PlannedScan> scans, RandomStream random)
    {
        var text = new StringBuilder("case,reader,condition," + string.Join(',', Classes.Select(name => $"disease.{name}")) + "\n");
        foreach (var scan in scans)
        {
            for (var reader = 1; reader <= 4; reader++)
            {
                foreach (var (condition, right) in Conditions)
                {
                    var called = random.Chance(right) ? (int)scan.Disease : ((int)scan.Disease + 1 + random.Next(2)) % Classes.Count;
                    text.Append(scan.Id).Append(",R").Append(reader).Append(',').Append(condition);
                    for (var i = 0; i < Classes.Count; i++)
                        text.Append(',').Append(i == called ? '1' : '0');
                    text.Append('\n');
                }
            }
        }

        File.WriteAllText(path, text.ToString());
    }
}
