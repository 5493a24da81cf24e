using Framework.Plugins.Ich.Kaggle;
using Framework.Plugins.Ich.Phantom;
using Framework.Plugins.Ich.Source;
using Framework.Plugins.Ich.Tables;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Framework.Plugins.Ich.Tests;

public sealed class IchPluginContractTests : PluginContract<IchPlugin>;

public sealed class IchPhantomContractTests : PhantomContract
{
    protected override int Cases => 3;

    protected override IPhantom Create() => new IchPhantom(new IchPhantomOptions { MatrixSize = 32, SliceSpacing = 28 });
}

public sealed class RsnaSourceContractTests : DataSourceContract, IDisposable
{
    private readonly TemporaryCohort _cohort = new(cases: 6, size: 32);

    public void Dispose() => _cohort.Dispose();

    protected override IDataSource Create() => _cohort.Source;

    protected override IDataSource CreateWithoutData() => new RsnaSource(new RsnaOptions { Root = Path.Combine(_cohort.Root, "nowhere") });
}

public sealed class PositiveWeightsContractTests : TableToolContract
{
    protected override IndexTable Table => new("labels.csv", ["case", "epidural", "any"], [["a", "1", "1"], ["b", "0", "0"], ["c", "0", "1"]]);

    protected override ITableTool Create() => new PositiveWeights();
}

public sealed class PositiveWeightsOfTheChallengeContractTests : TableToolContract
{
    protected override IndexTable Table => new("stage_2_train.csv", ["ID", "Label"], [.. from slice in new[] { "ID_a", "ID_b" } from name in RsnaLabels.Names select (IReadOnlyList<string>)[$"{slice}_{name}", slice == "ID_a" ? "1" : "0"]]);

    protected override ITableTool Create() => new PositiveWeights();
}

public sealed class SubmissionWriterContractTests : PredictionWriterContract, IDisposable
{
    private readonly ScratchFolder _folder = new();

    protected override IReadOnlyList<string> Labels => RsnaLabels.Names;

    protected override IReadOnlyList<string> Cases => ["ID_c", "ID_a", "ID_b"];

    public void Dispose() => _folder.Dispose();

    protected override IPredictionWriter Create()
    {
        var sample = _folder.File("sample.csv");
        File.WriteAllText(sample, "ID,Label\n" + string.Concat(from slice in Cases.Order() from name in RsnaLabels.Names select $"{slice}_{name},0.5\n"));
        return new SubmissionWriter(new SubmissionOptions { Sample = sample });
    }
}
