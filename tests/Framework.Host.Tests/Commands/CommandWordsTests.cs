using Framework.Host.Commands;

namespace Framework.Host.Tests.Commands;

public sealed class CommandWordsTests
{
    [Fact]
    public void Resuming_RunOfItsOwn_LeavesTheWordOut() =>
        Assert.Equal("./framework run 'my file.yaml' --set a=1", CommandWords.Resuming(["run", "my file.yaml", "--new", "--set", "a=1"]));
}
