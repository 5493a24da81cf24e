using Framework.Components.Tests.Contracts.Broken;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts;

/// <summary>Components that break one promise each: the contract says which, and what would be right.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BrokenComponentTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { nameof(InPlaceTransform), "Apply_AnyImage_LeavesInputUntouched", "" },
        { nameof(OwnRandomTransform), "Apply_SameSeed_GivesSameResult", "" },
        { nameof(SecretlyRandomTransform), "Apply_OtherSeeds_GiveTheSameUnlessItSaysIsRandom", "Let IsRandom say true." },
        { nameof(GeometryForgettingTransform), "Apply_ImageOfAStraightLine_IsStillThatLineInThePatient", "" },
        { nameof(OneBufferTransform), "Apply_FromEightThreads_GivesWhatOneThreadGets", "" },
        { nameof(HoardingTransform), "Apply_ManySamples_KeepsMemoryFlat", "32 of 32 samples are still held after use, so that memory grows with every case. Keep none in fields or static members." },
        { nameof(DetachedNet), "Backward_OneStep_ReachesEveryParameter", "no gradient reaches 'conv." },
        { nameof(TimidNet), "Train_OneBatch_IsLearntByHeart", "Look for a layer that saturates or is not trained." },
        { nameof(UnregisteredNet), "Save_State_GivesTheSameLogitsInAnotherNetwork", "Register parameters, buffers and modules, so that state_dict has them." },
        { nameof(PeekingTrainer), "Predict_OtherTruths_GivesTheSameOutputs", "the truth leaks into the prediction." },
        { nameof(UpsideDownMetric), "Compute_RightOutputs_AreBetterThanWrongOnes", "HigherIsBetter is True." },
        { nameof(UnorderedSource), "Index_Twice_GivesTheSame", "" },
        { nameof(RememberingSchedule), "Factor_StepsInAnyOrder_AreTheSame", "a resumed run would learn at other rates." },
        { nameof(LaxPlugin), "Options_EveryKey_BindsAndRejects", "'lax': LaxOptions.Times is 0 by default, which its own rule rejects" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Contract_BrokenComponent_SaysWhichPromiseAndWhatWouldBeRight(string component, string fact, string reason)
    {
        var broken = ContractRun.Of(ContractOf(component));

        Assert.Contains(broken, promise => promise.Fact == fact && promise.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Contract_SoundComponents_BreakNothing()
    {
        Assert.Empty(ContractRun.Of(new TransformsContract(new PassingTransform())));
        Assert.Empty(ContractRun.Of(new SourcesContract(new BlobSource { Count = 6 })));
        Assert.Empty(ContractRun.Of(new ModelsContract(new LinearNet())));
    }

    private static object ContractOf(string component) => component switch
    {
        nameof(InPlaceTransform) => new TransformsContract(new InPlaceTransform()),
        nameof(OwnRandomTransform) => new TransformsContract(new OwnRandomTransform()),
        nameof(SecretlyRandomTransform) => new TransformsContract(new SecretlyRandomTransform()),
        nameof(GeometryForgettingTransform) => new TransformsContract(new GeometryForgettingTransform()),
        nameof(OneBufferTransform) => new TransformsContract(new OneBufferTransform()),
        nameof(HoardingTransform) => new TransformsContract(new HoardingTransform()),
        nameof(DetachedNet) => new ModelsContract(new DetachedNet()),
        nameof(TimidNet) => new ModelsContract(new TimidNet()),
        nameof(UnregisteredNet) => new ModelsContract(new UnregisteredNet()),
        nameof(PeekingTrainer) => new TrainersContract(new PeekingTrainer()),
        nameof(UpsideDownMetric) => new MetricsContract(new UpsideDownMetric()),
        nameof(UnorderedSource) => new SourcesContract(new UnorderedSource()),
        nameof(RememberingSchedule) => new SchedulesContract(new RememberingSchedule()),
        nameof(LaxPlugin) => new LaxPluginContract(),
        _ => throw new ArgumentOutOfRangeException(nameof(component)),
    };

    private sealed class LaxPluginContract : PluginContract<LaxPlugin>;

    private sealed class LinearNet : IModelFactory
    {
        public IModel Create(ModelContext context) => new ImageModel(TorchSharp.torch.nn.Sequential(
            ("flat", TorchSharp.torch.nn.Flatten()), ("head", TorchSharp.torch.nn.Linear(1024, context.Labels.Count))));
    }

    private sealed class PassingTransform : ITransform
    {
        public Sample Apply(Sample sample, TransformContext context) => sample;
    }
}
