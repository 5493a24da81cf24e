using Framework.Components.Data.Loading;
using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using TorchSharp;

namespace Framework.Components.Tests.Training;

public sealed class LoaderMemoryTests
{
    [Fact]
    public void LoaderMemory_OfATrainer_IsThatOfItsBatchesAndOfTheFirstCase()
    {
        var context = Context();
        var memory = Trainer(new SupervisedOptions { Epochs = 1, BatchSize = 4, Loss = Loss, Optimizer = Adam }).LoaderMemory(context)!;
        using var workspace = new SampleWorkspace();
        context.Train.Pipeline.Load(context.Train.Cases[0], Phase.Evaluate, 0, workspace);
        Assert.Equal((3, 4 * (64 + 2) * 4, 2, workspace.Bytes), (memory.Batches, memory.BatchBytes, memory.Cases, memory.CaseBytes));
        Assert.True(memory.CaseBytes >= 64 * 4);
    }

    [Fact]
    public void LoaderMemory_Objects_CountsTheMostThereCanBe()
    {
        var options = new SupervisedOptions
        {
            Epochs = 1, BatchSize = 4, Loss = Loss, Optimizer = Adam, Objects = new ObjectOptions { Classes = ["a"], Masks = true, Most = 10 },
        };
        Assert.Equal(4 * (((64 + 2) * 4) + (2 * 10 * (16 + 8 + 64))), Trainer(options).LoaderMemory(Context())!.BatchBytes);
    }

    private static BceWithLogitsFactory Loss => new(new BceWithLogitsOptions());

    private static AdamFactory Adam => new(new AdamOptions { LearningRate = 0.01 });

    private static ITrainer Trainer(SupervisedOptions options) => new SupervisedTrainer(options, TimeProvider.System);

    private static TrainingContext Context()
    {
        var samples = new Cohort().Set(Cohort.Cases(10));
        return new TrainingContext
        {
            Unit = "classify.0.0",
            Train = samples,
            Validate = samples with { Cases = [] },
            Labels = Cohort.Labels,
            Device = torch.CPU,
            Random = new RandomStream(1),
            LoaderThreads = 2,
            Checkpoints = new MemoryStore(),
            Log = new ListLog(),
        };
    }
}
