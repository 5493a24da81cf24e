using Framework.Host.Ranks;
using Framework.Sdk;

namespace Framework.Host.Tests.Ranks;

public sealed class RankEnvironmentTests
{
    private const string Torchrun = "RANK=3 WORLD_SIZE=8 LOCAL_RANK=1 LOCAL_WORLD_SIZE=2 MASTER_ADDR=node1 MASTER_PORT=29500";
    private const string Slurm = "SLURM_JOB_ID=700 SLURM_STEP_ID=2 SLURM_PROCID=5 SLURM_LOCALID=1 SLURM_NODEID=2 SLURM_NTASKS=6 SLURM_STEP_NUM_NODES=3 SLURM_STEP_NODELIST=gpu[03-05] SLURM_STEP_TASKS_PER_NODE=2(x3) SLURM_CPUS_PER_TASK=4";

    [Theory]
    [InlineData(null, "")]
    [InlineData(1, "")]
    [InlineData(null, "RANK=0 WORLD_SIZE=1 MASTER_ADDR=a MASTER_PORT=1")]
    [InlineData(null, "WORLD_SIZE=1")]
    [InlineData(null, "MASTER_ADDR=node1 MASTER_PORT=29500")] // many shells have these
    [InlineData(null, "SLURM_JOB_ID=7 SLURM_PROCID=0 SLURM_NTASKS=4")] // the script of a job, outside any step
    [InlineData(null, "SLURM_JOB_ID=7 SLURM_PROCID=0 SLURM_NTASKS=4 SLURM_STEP_ID=4294967290")] // a shell of salloc
    [InlineData(null, "SLURM_JOB_ID=7 SLURM_PROCID=0 SLURM_NTASKS=1 SLURM_STEP_ID=0")]
    [InlineData(null, "SLURM_JOB_ID=7 SLURM_PROCID=0 SLURM_NTASKS=4 SLURM_STEP_NUM_TASKS=1 SLURM_STEP_ID=0")] // srun --ntasks=1 in a job of four
    public void Find_NobodyElse_TrainsAlone(int? asked, string environment) => Assert.Null(Find(asked, environment));

    [Fact]
    public void Find_Option_StartsTheOthersItself()
    {
        var launch = Find(3, "")!;

        Assert.Equal((0, 3, true, "127.0.0.1", 0, 0, 3), (launch.Rank, launch.Size, launch.StartsOthers, launch.Host, launch.Port, launch.LocalRank, launch.LocalSize));
        Assert.Equal(Math.Max(1, Environment.ProcessorCount / 3), launch.Share);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(8)] // says the same
    public void Find_Torchrun_IsThatRank(int? asked)
    {
        var launch = Find(asked, Torchrun)!;

        Assert.Equal((3, 8, false, "node1", 29500, 1, 2), (launch.Rank, launch.Size, launch.StartsOthers, launch.Host, launch.Port, launch.LocalRank, launch.LocalSize));
        Assert.False(launch.HasStore);
    }

    [Fact]
    public void Find_TorchrunWithAStoreOfItsOwn_JoinsItUnderANameOfThisStart()
    {
        var launch = Find(null, $"{Torchrun} TORCHELASTIC_USE_AGENT_STORE=True TORCHELASTIC_RUN_ID=x TORCHELASTIC_RESTART_COUNT=2")!;

        Assert.Equal((true, "x.2"), (launch.HasStore, launch.Start));
    }

    [Fact]
    public void Find_TorchrunWithinAStep_TakesPrecedence() => Assert.Equal(8, Find(null, $"{Torchrun} {Slurm}")!.Size);

    [Fact]
    public void Find_StepOfSlurm_IsThatTask()
    {
        var launch = Find(null, Slurm)!;

        Assert.Equal((5, 6, false, "gpu03", 1, 2, 4), (launch.Rank, launch.Size, launch.StartsOthers, launch.Host, launch.LocalRank, launch.LocalSize, launch.Share));
        Assert.Equal(15000 + (((700 * 31) + 2) % 16000), launch.Port);
        Assert.NotEqual(launch.Port, Find(null, Slurm.Replace("STEP_ID=2", "STEP_ID=3", StringComparison.Ordinal))!.Port);
        Assert.Equal("127.0.0.1", Find(null, Slurm.Replace("NUM_NODES=3", "NUM_NODES=1", StringComparison.Ordinal))!.Host);
        Assert.Equal(("b", 7000), (Find(null, $"{Slurm} MASTER_ADDR=b MASTER_PORT=7000")!.Host, Find(null, $"{Slurm} MASTER_ADDR=b MASTER_PORT=7000")!.Port));
    }

    [Theory]
    [InlineData(4, Torchrun, "--ranks 4 contradicts WORLD_SIZE=8 in the environment, by which this process is one of 8. Give --ranks 8 or leave it out; or take that away, and --ranks starts the processes itself.")]
    [InlineData(4, Slurm, "--ranks 4 contradicts srun --ntasks=6, by which this process is one of 6. Give --ranks 6 or leave it out; or take that away, and --ranks starts the processes itself.")]
    [InlineData(2, "RANK=0 WORLD_SIZE=1 MASTER_ADDR=a MASTER_PORT=1", "--ranks 2 contradicts WORLD_SIZE=1 in the environment, by which this process is one of 1. Give --ranks 1 or leave it out; or take that away, and --ranks starts the processes itself.")]
    [InlineData(null, "RANK=1 WORLD_SIZE=2", "the environment sets RANK and WORLD_SIZE but not MASTER_ADDR and MASTER_PORT. Several processes that train together need RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT, as torchrun sets them; one that trains alone needs none of them.")]
    [InlineData(null, "RANK=1", "the environment sets RANK but not WORLD_SIZE and MASTER_ADDR and MASTER_PORT. Several processes that train together need RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT, as torchrun sets them; one that trains alone needs none of them.")]
    [InlineData(null, "RANK=2 WORLD_SIZE=2 MASTER_ADDR=a MASTER_PORT=1", "RANK in the environment is '2'. It must be a whole number from 0 to 1.")]
    [InlineData(null, "RANK=0 WORLD_SIZE=many MASTER_ADDR=a MASTER_PORT=1", "WORLD_SIZE in the environment is 'many'. It must be a whole number of at least 1.")]
    public void Find_WhatDoesNotFitTogether_IsAnErrorThatSaysWhich(int? asked, string environment, string message) =>
        Assert.Equal(message, Assert.Throws<ExperimentException>(() => Find(asked, environment)).Message);

    [Theory]
    [InlineData("n1", "n1")]
    [InlineData("n1,n2", "n1")]
    [InlineData("node[03-05,9],b1", "node03")]
    [InlineData("node[7,9-10]", "node7")]
    [InlineData("rack[1-2]n[04-05]", "rack1n04")]
    [InlineData("a,b[1-2]", "a")]
    [InlineData("gpu-[01].site.example,x", "gpu-01.site.example")]
    public void FirstHost_ListOfSlurm_IsItsFirst(string list, string expected) => Assert.Equal(expected, SlurmStep.FirstHost(list));

    [Theory]
    [InlineData("2(x3),1", "0", 2)]
    [InlineData("2(x3),1", "2", 2)]
    [InlineData("2(x3),1", "3", 1)]
    [InlineData("4", "0", 4)]
    [InlineData(null, "0", 1)]
    public void TasksOfNode_ListOfSlurm_IsThatNodesPart(string? list, string node, int expected) => Assert.Equal(expected, SlurmStep.TasksOfNode(list, node));

    [Fact]
    public void Documentation_LineAroundMpirun_SaysAllThatIsRead()
    {
        var line = File.ReadLines(Path.Combine(SharedData.RepositoryRoot, "docs", "data-parallel.md")).Single(line => line.StartsWith("mpirun ", StringComparison.Ordinal));
        string[] read = [RankEnvironment.Rank, RankEnvironment.Size, RankEnvironment.LocalRank, RankEnvironment.LocalSize, RankEnvironment.Host, RankEnvironment.Port];

        Assert.All(read, name => Assert.Contains(line.Split(' ', '\''), word => word.StartsWith($"{name}=", StringComparison.Ordinal)));
    }

    private static RankLaunch? Find(int? asked, string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return RankEnvironment.Find(asked, variables.GetValueOrDefault);
    }
}
