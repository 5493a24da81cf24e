using Framework.Components.Training;
using Framework.Sdk.Testing;
using TorchSharp;

namespace Framework.Components.Tests.Contracts;

/// <summary>Every shared loss, optimizer, schedule, sampler, split, calibrator, threshold rule, ensemble and control under its contract.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SharedSmallPartContractTests
{
    // Losses of voxels and of a detector's own need masks and objects, which LossContract has none of; their own tests hold them to hand-worked figures.
    private static readonly string[] OtherLosses = ["dice", "dice-ce", "model-losses"];

    // It reads its assignment from a file.
    private static readonly string[] OtherSplits = ["fixed"];

    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var contract in new[] { typeof(ILossFactory), typeof(IOptimizerFactory), typeof(ISchedule), typeof(ISampler), typeof(ISplit), typeof(ICalibrator), typeof(IThresholdRule), typeof(IEnsemble), typeof(IControl) })
                foreach (var component in SharedMakers.Of(contract).Where(component => !OtherLosses.Contains(component.Name) && !OtherSplits.Contains(component.Name)))
                    names.Add(contract.Name, component.Name);
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Contract_EverySharedPart_Holds(string contract, string name) => Assert.Empty(ContractRun.Of(Contract(contract, name)));

    private static object Contract(string contract, string name) => contract switch
    {
        nameof(ILossFactory) => new Losses(name),
        nameof(IOptimizerFactory) => new Optimizers(name),
        nameof(ISchedule) => new SchedulesContract((ISchedule)SharedMakers.Make(typeof(ISchedule), name)),
        nameof(ISampler) => new Samplers(name),
        nameof(ISplit) => new Splits(name),
        nameof(ICalibrator) => new Calibrators(name),
        nameof(IThresholdRule) => new Rules(name),
        nameof(IEnsemble) => new EnsemblesContract((IEnsemble)SharedMakers.Make(typeof(IEnsemble), name)),
        _ => new Controls(name),
    };

    private sealed class Losses(string name) : LossContract
    {
        protected override bool AreClasses => name == "cross-entropy";

        protected override ILossFactory Create() => (ILossFactory)SharedMakers.Make(typeof(ILossFactory), name);

        protected override ModelOutput OutputOf(torch.Tensor logits) => name != "multi-task" ? new(logits)
            : new(new Dictionary<string, torch.Tensor> { ["a"] = logits.narrow(1, 0, 1), ["b"] = logits.narrow(1, 1, 1) });
    }

    private sealed class Optimizers(string name) : OptimizerContract
    {
        protected override IOptimizerFactory Create() => (IOptimizerFactory)SharedMakers.Make(typeof(IOptimizerFactory), name);
    }

    private sealed class Samplers(string name) : SamplerContract
    {
        protected override ISampler Create() => (ISampler)SharedMakers.Make(typeof(ISampler), name);
    }

    private sealed class Splits(string name) : SplitContract
    {
        protected override ISplit Create() => (ISplit)SharedMakers.Make(typeof(ISplit), name);
    }

    private sealed class Calibrators(string name) : CalibratorContract
    {
        protected override ICalibrator Create() => (ICalibrator)SharedMakers.Make(typeof(ICalibrator), name);
    }

    private sealed class Rules(string name) : ThresholdRuleContract
    {
        protected override IThresholdRule Create() => (IThresholdRule)SharedMakers.Make(typeof(IThresholdRule), name);
    }

    private sealed class Controls(string name) : ControlContract
    {
        // 'frozen' keeps a network of the supervised trainer that began from a file.
        protected override IModelFactory Model => new Pretrained();

        protected override ITrainer Trainer => new SupervisedTrainer(Training.SupervisedTrainerTests.Options, TimeProvider.System);

        private sealed class Pretrained : IModelFactory
        {
            public bool IsPretrained => true;

            public IModel Create(ModelContext context) => throw new NotSupportedException();
        }

        protected override IControl Create() => SharedMakers.Make(typeof(IControl), name) is IControl { Variants: [var first, ..] } ? first.Control : (IControl)SharedMakers.Make(typeof(IControl), name);
    }
}
