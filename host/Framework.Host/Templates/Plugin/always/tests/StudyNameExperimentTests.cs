using Framework.Components.Evaluation;
using Framework.Components.Models; //: !model
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

/// <summary>The parts together, in memory: the shortest way to step through an experiment with a debugger.</summary>
public sealed class StudyNameExperimentTests
{
    [Fact]
    public void Run_TinyCohort_LearnsFromTheImages()
    {
        using var folder = new ScratchFolder(); //: source
        new StudyNamePhantom(new StudyNamePhantomOptions()).Write(new PhantomRequest { Folder = folder.Path, Cases = 96, Seed = 3 }, CancellationToken.None); //: source
        var experiment = new TestExperiment
        {
            Source = new TableSource(new TableOptions { Root = folder.Path }), //: source
            Source = new BlobSource { Count = 96, Shape = [1, 32, 32] }, //: !source
            Transforms =
            [
                new TransformStep("study-name.clip", new ClipTransform(new ClipOptions())), //: transform
            ],
            Model = new SmallNetFactory(new SmallNetOptions()), //: model
            Model = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 8 }), //: !model
            Trainer = new SupervisedTrainer(Training, TimeProvider.System),
            Metrics = [new Auroc(new AurocOptions())],
        };

        var outcome = experiment.Run();

        Assert.InRange(outcome.Values[0].Value, 0.8, 1);
    }

    private static SupervisedOptions Training => new()
    {
        Epochs = 10,
        BatchSize = 8,
        Loss = new BceWithLogitsFactory(new BceWithLogitsOptions()),
        Optimizer = new AdamFactory(new AdamOptions { LearningRate = 0.005 }),
    };
}
