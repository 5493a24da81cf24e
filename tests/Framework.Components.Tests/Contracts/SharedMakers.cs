using Framework.Components.Controls;
using Framework.Components.Decisions;
using Framework.Components.Ensembles;
using Framework.Components.Evaluation;
using Framework.Components.Splits;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Schedules;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts;

/// <summary>Makes shared components as they are registered: with the options that they have by default, or with those that stand here.</summary>
internal static class SharedMakers
{
    private static readonly IReadOnlyList<RegisteredComponent> All = RegisteredComponent.Of(new SharedComponents());

    // What has no defaults.
    private static readonly object[] Given =
    [
        new NetBenefitOptions { Threshold = 0.3 },
        new KFoldOptions { Folds = 5, Validate = 0.2 },
        new StratifiedGroupKFoldOptions { Folds = 5, Validate = 0.2 },
        new HoldoutOptions { Train = 0.5, Validate = 0.25, Test = 0.25 },
        new RepeatedOptions { Times = 2, Split = new KFoldSplit(new KFoldOptions { Folds = 3 }) },
        new ExternalOptions { Sites = ["c"], Split = new KFoldSplit(new KFoldOptions { Folds = 3 }) },
        new NestedOptions { Outer = new KFoldSplit(new KFoldOptions { Folds = 3 }), Inner = new KFoldSplit(new KFoldOptions { Folds = 2 }) },
        new StepOptions { Every = 2 },
        new CosineRestartsOptions { Epochs = 4 },
        new WarmUpOptions { Epochs = 3, Then = new CosineSchedule(new CosineOptions()) },
        new PlateauOptions { Patience = 1 },
        new SgdOptions { LearningRate = 0.05, Momentum = 0.5 },
        new AdamOptions { LearningRate = 0.05 },
        new FixedRateOptions { At = 0.9 },
        new CostOptions { FalseNegative = 5, FalsePositive = 1 },
        new ScoreWeights { By = new Auroc(new AurocOptions()), Above = 0.5 },
        new SubsetOptions { PerClass = [5] },
        new MultiTaskOptions
        {
            Tasks =
            [
                new TaskOptions { Head = "a", Labels = ["a"], Loss = new BceWithLogitsFactory(new BceWithLogitsOptions()) },
                new TaskOptions { Head = "b", Labels = ["b"], Loss = new BceWithLogitsFactory(new BceWithLogitsOptions()) },
            ],
        },
    ];

    /// <summary>The shared components of an interface.</summary>
    public static IEnumerable<RegisteredComponent> Of(Type contract) => All.Where(component => component.Interface == contract);

    /// <summary>A component.</summary>
    public static object Make(Type contract, string name)
    {
        var component = All.Single(one => one.Interface == contract && one.Name == name);
        var constructor = component.Implementation.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.ParameterType == component.Options ? Options(component.Options)
            : parameter.ParameterType == typeof(TimeProvider) ? TimeProvider.System
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : throw new NotSupportedException($"'{name}' asks for {parameter.ParameterType.Name}"))]);
    }

    private static object Options(Type type) => Array.Find(Given, options => options.GetType() == type) ?? Activator.CreateInstance(type)!;
}
