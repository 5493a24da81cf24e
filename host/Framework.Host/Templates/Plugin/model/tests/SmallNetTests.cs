using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class SmallNetTests : ModelContract
{
    protected override IModelFactory Create() => new SmallNetFactory(new SmallNetOptions());

    [Fact]
    public void Create_Volumes_SaysWhatItTakes()
    {
        var error = Assert.Throws<ExperimentException>(() => Create().Create(new ModelContext { InputShape = [1, 8, 32, 32], Labels = ["a"] }));
        Assert.Contains("takes slices (channel, y, x) of at least 8 x 8; these are 1 x 8 x 32 x 32.", error.Message, StringComparison.Ordinal);
    }
}
