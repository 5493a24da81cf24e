using Framework.Host.Engines;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Engines;

public sealed class ContainerMemoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Left_NoLimit_IsUnknown()
    {
        Group("", "max", 5000, 0);
        Assert.Null(Left("0::/"));
        Assert.Null(ContainerMemory.Left(_folder.File("nowhere"), _folder.Path));
    }

    [Fact]
    public void Left_FilesInMemory_CanBeFreed()
    {
        Group("jobs/7", "9000", 5000, 2000);
        Assert.Equal(6000, Left("0::/jobs/7"));
    }

    [Fact]
    public void Left_GroupsWithinGroups_IsTheLeastOfThem()
    {
        Group("", "100000", 90_000, 0);
        Group("jobs", "20000", 17_000, 0);
        Group("jobs/7", "max", 5000, 0);
        Assert.Equal(3000, Left("1:cpu:/jobs", "0::/jobs/7"));
    }

    [Theory]
    [InlineData("4:memory:/box", 700)]
    [InlineData("4:cpu,memory:/box", 700)]
    [InlineData("4:memory:/elsewhere", 2100)] // of a container, whose path is that of the machine
    [InlineData("4:memory_recursive:/box", null)]
    public void Left_FirstVersion_HasFilesOfItsOwn(string line, int? expected)
    {
        foreach (var (group, limit, used) in new[] { ("memory", 3000, 1000), ("memory/box", 1000, 400) })
        {
            _folder.Write(Made(group, "memory.limit_in_bytes"), $"{limit}\n");
            _folder.Write(Made(group, "memory.usage_in_bytes"), $"{used}\n");
            _folder.Write(Made(group, "memory.stat"), "inactive_file 1\ntotal_inactive_file 100\n");
        }

        Assert.Equal(expected, Left(line));
    }

    private void Group(string name, string limit, int used, int cached)
    {
        _folder.Write(Made(name, "memory.max"), $"{limit}\n");
        _folder.Write(Made(name, "memory.current"), $"{used}\n");
        _folder.Write(Made(name, "memory.stat"), $"file 9\ninactive_file {cached}\n");
    }

    private string Made(string group, string file)
    {
        Directory.CreateDirectory(_folder.File(group));
        return Path.Combine(group, file);
    }

    private long? Left(params string[] membership)
    {
        _folder.Write("membership", string.Join('\n', membership));
        return ContainerMemory.Left(_folder.File("membership"), _folder.Path);
    }
}
