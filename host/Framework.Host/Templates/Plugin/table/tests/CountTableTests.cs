using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class CountTableTests : TableToolContract
{
    protected override IndexTable Table => new("cases.csv", ["case", "positive"], [["a", "1"], ["b", "0"], ["c", "1"]]);

    protected override ITableTool Create() => new CountTable(new CountOptions());

    [Fact]
    public void Make_CountedByHand_IsThat() => Assert.Equal([["0", "1"], ["1", "2"]], Create().Make(Table)[0].Rows);
}
