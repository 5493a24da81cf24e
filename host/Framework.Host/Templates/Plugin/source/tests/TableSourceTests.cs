using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class TableSourceTests : DataSourceContract, IDisposable
{
    private readonly ScratchFolder _folder = new();

    public TableSourceTests() => new StudyNamePhantom(new StudyNamePhantomOptions()).Write(
        new PhantomRequest { Folder = _folder.Path, Cases = 6, Seed = 3 }, CancellationToken.None);

    public void Dispose() => _folder.Dispose();

    protected override IDataSource Create() => new TableSource(new TableOptions { Root = _folder.Path });

    protected override IDataSource CreateWithoutData() => new TableSource(new TableOptions { Root = _folder.File("nowhere") });

    [Fact]
    public void Index_LabelThatIsNoNumber_IsAProblemWithItsLine()
    {
        File.WriteAllText(_folder.File("cases.csv"), "case,subject,file,positive\na,p,a.png,1\nb,p,b.png,yes\nc,q,c.png,\n");

        var index = Create().Index(new IndexContext { CacheFolder = _folder.Path });

        Assert.Equal(["a", "c"], index.Cases.Select(item => item.Id));
        Assert.Equal([1, double.NaN], index.Cases.Select(item => item.Labels[0]));
        Assert.Equal("cases.csv:3: the column 'positive' is neither 1, 0 nor empty. Correct the line, or leave it out.", Assert.Single(index.Problems).ToString());
    }
}
