using Framework.Components.Data.Slices;
using Framework.Components.Tests.Data.Cohorts;
using Framework.Components.Data.Cohorts;
using Framework.Components.Tests.Data.Slices;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts;

/// <summary><c>cohort</c> under its contract. A table and two pictures.</summary>
public sealed class CohortSourceContractTests : DataSourceContract, IDisposable
{
    private readonly CohortFolder _folder = new("a.png", "b.png");

    public CohortSourceContractTests() => _folder.Write("cohort.csv", "patient,scan\np1,a.png\np2,b.png\n");

    public void Dispose() => _folder.Dispose();

    protected override IDataSource Create() => new CohortSource(_folder.Options());

    protected override IDataSource CreateWithoutData() => new CohortSource(_folder.Options() with { Tables = ["nowhere.csv"] });
}

/// <summary><c>slices</c> under its contract, around volumes in memory.</summary>
public sealed class SlicesSourceContractTests : DataSourceContract, IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override IDataSource Create() => new SlicesSource(new SlicesOptions { Of = new Stacks(_folder.Path) });
}
