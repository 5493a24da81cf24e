using Framework.Host.Batches.Slurm;

namespace Framework.Host.Tests.Slurm;

public sealed class JobNamesTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("12_3", "12_3")]
    [InlineData("12_[3]", "12_3")]
    [InlineData("12_[0-2,5]", "12_0 12_1 12_2 12_5")]
    [InlineData("12_[7,9-10%2]", "12_7 12_9 12_10")]
    public void Expand_NameOfTheQueue_IsItsJobs(string name, string expected) => Assert.Equal(expected.Split(' '), JobNames.Expand(name));
}
