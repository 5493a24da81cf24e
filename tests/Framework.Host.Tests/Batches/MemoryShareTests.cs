using Framework.Host.Batches;
using Framework.Sdk;

namespace Framework.Host.Tests.Batches;

public sealed class MemoryShareTests
{
    private const long Gigabyte = 1_000_000_000;

    [Theory]
    [InlineData(1, 8, null)]
    [InlineData(4, 3, "--parallel: 4 workers take about 12.0 GB of memory, up to 3.0 GB each, and 8.0 GB are available. Use --parallel 2.")]
    [InlineData(2, 9, "--parallel: 2 workers take about 18.0 GB of memory, up to 9.0 GB each, and 8.0 GB are available. Not even one fits: use fewer --loader-threads or a smaller batch.")]
    public void Add_UnitsOfOneExperiment_SaysHowManyFit(int workers, long each, string? expected)
    {
        var error = Record.Exception(() => new MemoryShare(workers, 8 * Gigabyte).Add(10, each * Gigabyte));

        Assert.Equal(expected, error?.Message);
        Assert.True(error is null or ExperimentException);
    }

    [Fact]
    public void Add_FewUnits_CountsNoMoreThanThereAre()
    {
        var share = new MemoryShare(8, 8 * Gigabyte);

        share.Add(2, 3 * Gigabyte);

        Assert.Equal(6 * Gigabyte, share.Needed);
        Assert.Equal("at one time they take up to 6.0 GB of memory, and 8.0 GB are available", share.ToString());
    }

    [Fact]
    public void Add_UnitsOfSeveralExperiments_CountsThoseThatMayMeet()
    {
        var share = new MemoryShare(2, 8 * Gigabyte);

        share.Add(4, Gigabyte);
        share.Add(1, 6 * Gigabyte);
        var error = Assert.Throws<ExperimentException>(() => share.Add(1, 5 * Gigabyte));
        share.Add(3, 2 * Gigabyte);

        Assert.Equal("--parallel: 2 workers take about 11.0 GB of memory, up to 6.0 GB each, and 8.0 GB are available. Use --parallel 1.", error.Message);
        Assert.Equal(8 * Gigabyte, share.Needed); // what was refused does not count
    }
}
