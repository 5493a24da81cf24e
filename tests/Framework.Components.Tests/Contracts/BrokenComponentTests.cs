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
        { nameof(CountingFit), "Conclude_ByAnotherInstance_GivesTheSameFiniteFigures", "they depend on what this one has seen. Keep nothing of Observe in fields." },
        { nameof(TrustingFit), "With_StatisticsOfAnotherFold_AreRefused", "figures of another fold are taken: a model would know of those that it is tested on." },
        { nameof(TrustingFit), "Apply_BeforeItIsFitted_SaysThatItHasNoFigures", "applied before it is fitted it gives an image." },
        { nameof(RenamingEncoder), "Module_State_IsThatOfTheWholeNetworkWithoutItsLastLayer", "the encoder has 'body.weight', which the whole network has not" },
        { nameof(RenamingEncoder), "Encode_Images_GivesAFiniteVectorOfItsLengthForEach", "3 images become (3, 4), and Features says 8." },
        { nameof(CarelessTool), "Make_CellThatMeansNothing_GivesTablesOrSaysWhichItIs", "ends in FormatException" },
        { nameof(CarelessTool), "Make_WithoutAColumn_GivesTablesOrSaysWhatWouldBeRight", "Throw DataFormatException (exit code 3)." },
        { nameof(CarelessTool), "Make_EveryTable_CanBeWritten", "'halves of all' is no name of a file: letters, digits and '-'." },
        { nameof(CarelessTool), "Make_InAnotherLanguage_GivesTheSame", "Format and parse with CultureInfo.InvariantCulture." },
        { nameof(PositionalWriter), "Write_RowsInAnotherOrder_GivesEachCaseItsOwnAnswer", "Join by PredictedCase.Case, never by position." },
        { nameof(PositionalWriter), "Write_OtherOutputs_GivesAnotherFileAndOtherTruthsDoNot", "the file depends on the truth" },
        { nameof(PositionalWriter), "Write_EveryLine_EndsWithALineFeed", "" },
        { nameof(PositionalWriter), "Write_EveryCase_IsNamedAsTheWriterSays", "'case0' is not in the file." },
        { nameof(PositionalWriter), "Check_OtherLabelsOrCases_SaysSoBeforeTheTraining", "that is known when everything is fitted. Let Check find it." },
        { nameof(PositionalWriter), "FileName_OfTheWriter_IsTheEndOfAFilesName", "'out/answers' is no end of a file's name" },
        { nameof(SummingEnsemble), "Apply_ClassesOfOneQuestion_AddUpTo1", "which do not add up to 1." },
        { nameof(SummingEnsemble), "Apply_ByAnotherInstance_GivesTheSameProbabilities", "which is no probability." },
        { nameof(SummingEnsemble), "Weigh_Twice_GivesTheSameWeightOfAtLeast0", "" },
        { nameof(SummingEnsemble), "Apply_WhereItWasFitted_IsNotWorseThanTheWorstMember", "for the worst member." },
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
        nameof(CountingFit) => new FitsContract(() => new CountingFit()),
        nameof(TrustingFit) => new FitsContract(Shared(new TrustingFit())),
        nameof(RenamingEncoder) => new EncodersContract(new RenamingEncoder()),
        nameof(CarelessTool) => new ToolsContract(new CarelessTool()),
        nameof(PositionalWriter) => new WritersContract(new PositionalWriter()),
        nameof(SummingEnsemble) => new EnsemblesContract(new SummingEnsemble()),
        nameof(LaxPlugin) => new LaxPluginContract(),
        _ => throw new ArgumentOutOfRangeException(nameof(component)),
    };

    private static Func<IFittedTransform> Shared(TrustingFit only) => () => only;

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
