using Framework.Components.Evaluation.Findings;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts;

/// <summary>Every shared metric under its contract, with the options that it has by default, over labels and, where it takes them, over classes.</summary>
public sealed class SharedMetricContractTests
{
    public static TheoryData<string> Names => [.. SharedMakers.Of(typeof(IMetric)).Select(component => component.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Contract_EverySharedMetric_Holds(string name) => Assert.Empty(ContractRun.Of(new Contract(name)));

    private sealed class Contract(string name) : MetricContract
    {
        // Metrics of findings see an object in each positive case, and one found with the case's output.
        private readonly bool _findings = SharedMakers.Make(typeof(IMetric), name) is IFindingMetric;
        private readonly bool _classes = name is "within-one";

        protected override IReadOnlyList<LabelGroup> Groups => _classes ? [new LabelGroup("grade", Labels, IsOrdered: true)] : [];

        protected override IReadOnlyList<string> Labels => _findings ? ["a"] : _classes ? ["none", "mild", "severe"] : ["a", "b"];

        protected override bool ComparesWithTruth => name != "flagged-share";

        protected override IMetric Create() => (IMetric)SharedMakers.Make(typeof(IMetric), name);

        protected override Predictions Complete(Predictions table) => _findings
            ? table.WithFindings([.. Enumerable.Range(0, table.Rows.Count).Select(row => Findings(table.Target(row, 0), table.Output(row, 0)))])
            : table;

        // Right is a hit in the object's place; wrong is none there, or one where nothing is.
        private static CaseFindings Findings(double target, double output)
        {
            var box = new VoxelBox(new VoxelPoint(2, 2, 0), new VoxelPoint(6, 6, 1));
            var there = target > 0.5;
            var said = output > 0.5;
            return new CaseFindings
            {
                Grid = new VoxelGrid(2, (10, 10, 1), Geometry.Unknown),
                Classes = ["a"],
                Truths = double.IsNaN(target) ? null : there ? [new CaseObject("a", 1, box)] : [],
                Found = said ? [new CaseObject("a", output, box)] : [],
                Overlaps = [new ClassOverlap("a", said ? 16 : 0, double.IsNaN(target) ? null : there ? 16 : 0, double.IsNaN(target) ? null : there && said ? 16 : 0)],
            };
        }
    }
}
